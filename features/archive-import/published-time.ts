import { beijingInstant } from '@/lib/dates';

const date = String.raw`(?<year>\d{4})\s*[-/.年]\s*(?<month>\d{1,2})\s*[-/.月]\s*(?<day>\d{1,2})\s*日?`;
const time = String.raw`(?<hour>\d{1,2})\s*[:：时]\s*(?<minute>\d{1,2})(?:\s*[:：分]\s*(?<second>\d{1,2}))?`;
const pattern = new RegExp(String.raw`${date}(?:[\sT]*${time})?`, 'u');

export type FoundTime = { instant: Date; text: string };

/**
 * The first point in time of a line, read as Beijing time: 2018-07-01 09:15, 2019年06月15日08:18,
 * 2022.01.20 16:31:05, or the day alone, which is its first minute. What no calendar has is not found.
 */
export function readPublishedTime(line: string): FoundTime | undefined {
  const found = pattern.exec(line.normalize('NFKC'));
  if (found?.groups === undefined) return undefined;
  const { year, month, day, hour, minute, second } = found.groups;
  const instant = beijingInstant({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
  });
  // Before there were news sites, or in a future that no newsroom has reached: a number, not a time.
  const isPossible = instant !== undefined && Number(year) >= 1990 && Number(year) < 2100;
  return isPossible ? { instant, text: found[0] } : undefined;
}
