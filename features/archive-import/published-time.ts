import { foldWidth } from '@/features/archive-import/page-lines';
import { beijingInstant } from '@/lib/dates';

const label = String.raw`(?<label>(?:发布|发表|发稿|刊发|上传|录入|更新|修改|最后更新)?(?:时间|日期)|发布于|发表于|更新于)?\s*:?\s*`;
const date = String.raw`(?<year>\d{4})\s*[-/.年]\s*(?<month>\d{1,2})\s*[-/.月]\s*(?<day>\d{1,2})\s*[日号]?`;
const weekday = String.raw`(?:\s*\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)?`;
const half = String.raw`(?<half>凌晨|早上|上午|中午|下午|傍晚|晚上|晚|AM|PM)?`;
const clock = String.raw`(?<hour>\d{1,2})\s*[:时点]\s*(?<minute>\d{1,2})(?:\s*[:分]\s*(?<second>\d{1,2}))?\s*[分秒]?(?:\.\d{1,3})?`;
const zone = String.raw`(?:Z|\s?\+0?8:?00)?`;
const pattern = new RegExp(
  String.raw`${label}(?<!\d)${date}(?:${weekday}[\sT,]*${half}\s*${clock}(?!\d)${zone}|(?!\d)${weekday})`,
  'giu',
);

export type FoundTime = {
  instant: Date;
  /** Where it stands in the line, its label included. */
  start: number;
  end: number;
  hasLabel: boolean;
  hasClock: boolean;
  /** When the page was changed rather than published. */
  isUpdate: boolean;
};

/**
 * The points in time of a line, read as Beijing time: 2018-07-01 09:15, 2019年06月15日08:18,
 * 2022.01.20 16:31:05, 2020年1月2日 星期四 下午 3:20, or the day alone, which is its first minute.
 * What no calendar has is not found.
 */
export function findTimes(line: string): FoundTime[] {
  return [...foldWidth(line).matchAll(pattern)].flatMap((found) => {
    const groups = found.groups!;
    const instant = instantOf(groups);
    if (instant === undefined) return [];
    return {
      instant,
      start: found.index,
      end: found.index + found[0].length,
      hasLabel: groups.label !== undefined,
      hasClock: groups.hour !== undefined,
      isUpdate: /更新|修改/u.test(groups.label ?? ''),
    };
  });
}

/** The time of publication among those of a page: one that says so, else the first, a change last of all. */
export function chooseTime(times: FoundTime[]): FoundTime | undefined {
  const published = times.filter(({ isUpdate }) => !isUpdate);
  return (
    published.find(({ hasLabel }) => hasLabel) ??
    published.find(({ hasClock }) => hasClock) ??
    published[0] ??
    times[0]
  );
}

function instantOf(groups: Record<string, string | undefined>): Date | undefined {
  const year = Number(groups.year);
  // Before there were news sites, or in a future that no newsroom has reached: a number, not a time.
  if (year < 1990 || year >= 2100) return undefined;
  const hour = Number(groups.hour ?? 0);
  const isAfternoon = /下午|傍晚|晚|PM/iu.test(groups.half ?? '') || (groups.half === '中午' && hour < 3);
  return beijingInstant({
    year,
    month: Number(groups.month),
    day: Number(groups.day),
    hour: isAfternoon && hour < 12 ? hour + 12 : hour,
    minute: Number(groups.minute ?? 0),
    second: Number(groups.second ?? 0),
  });
}
