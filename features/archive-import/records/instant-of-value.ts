import { chooseTime, findTimes } from '@/features/archive-import/published-time';

const earliest = Date.UTC(1990, 0, 1);
const latest = Date.UTC(2100, 0, 1);

/** Days from 1899-12-30, as spreadsheets count them, in Beijing time. */
const spreadsheetEpoch = Date.UTC(1899, 11, 30) - 8 * 3_600_000;

/**
 * The instant that a column tells: seconds or milliseconds since 1970, a date with a zone, a date without one in
 * Beijing time, or the day number of a spreadsheet. Undefined for what is none, and before 1990 or from 2100 on.
 */
export function instantOfValue(value: string): Date | undefined {
  const text = value.trim();
  const time = timeOf(text);
  return time !== undefined && time >= earliest && time < latest ? new Date(time) : undefined;
}

function timeOf(text: string): number | undefined {
  if (/^\d{12,14}$/u.test(text) && !/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d/u.test(text))
    return Number(text);
  if (/^\d{9,10}$/u.test(text)) return Number(text) * 1000;
  if (/^\d{5}(?:\.\d+)?$/u.test(text)) return Math.round(spreadsheetEpoch + Number(text) * 86_400_000);
  const compact = /^(?<y>\d{4})(?<mo>\d\d)(?<d>\d\d)(?:(?<h>\d\d)(?<mi>\d\d)(?<s>\d\d)?)?$/u.exec(
    text,
  )?.groups;
  if (compact !== undefined) {
    const { y, mo, d, h = '00', mi = '00', s = '00' } = compact;
    return chooseTime(findTimes(`${y}-${mo}-${d} ${h}:${mi}:${s}`))?.instant.getTime();
  }
  if (/^\d{4}-\d\d-\d\d[T ][\d:.]+\s*(?:Z|[+-]\d\d:?\d\d)$/u.test(text)) {
    const instant = Date.parse(text.replace(' ', 'T').replaceAll(' ', ''));
    return Number.isNaN(instant) ? undefined : instant;
  }
  // RSS: Mon, 02 Jan 2017 08:00:00 +0800.
  if (/^[a-z]{3}, \d{1,2} [a-z]{3} \d{4}/iu.test(text)) {
    const instant = Date.parse(text);
    return Number.isNaN(instant) ? undefined : instant;
  }
  return chooseTime(findTimes(text.slice(0, 100)))?.instant.getTime();
}
