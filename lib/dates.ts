/**
 * Times on screen are Beijing time whatever the server's zone is. The pages are always rendered on the
 * server, so there is one clock and no hydration to disagree with it.
 */
export const timeZone = 'Asia/Shanghai';

const parts = new Intl.DateTimeFormat('zh-CN', {
  timeZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

function beijingParts(instant: Date) {
  const found = Object.fromEntries(parts.formatToParts(instant).map((part) => [part.type, part.value]));
  return found as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string>;
}

/** `2018-07-01 09:15`, the form of the meta line. */
export function formatDateTime(instant: Date): string {
  const { year, month, day, hour, minute } = beijingParts(instant);
  return `${year}-${month}-${day} ${hour}:${minute}`;
}

/** `2018-07-01`. */
export function formatDate(instant: Date): string {
  return formatDateTime(instant).slice(0, 10);
}

/** `07-01`, for narrow lists. */
export function formatMonthDay(instant: Date): string {
  return formatDate(instant).slice(5);
}

/** `09:15`. */
export function formatTime(instant: Date): string {
  return formatDateTime(instant).slice(11);
}

/** `2026年11月23日 星期一`, the date line of a front page; of today unless another instant is given. */
export function formatFrontPageDate(instant: Date = new Date()): string {
  const date = new Intl.DateTimeFormat('zh-CN', { timeZone, year: 'numeric', month: 'long', day: 'numeric' });
  const weekday = new Intl.DateTimeFormat('zh-CN', { timeZone, weekday: 'long' });
  return `${date.format(instant)} ${weekday.format(instant)}`;
}

/**
 * `2018-07-01T09:15:00+08:00`, for machines. The offset is Beijing's of today: in the summers of 1986 to 1991
 * the clocks said another hour, and the instant is what machines want. A sitemap writes 50,000 of these, which
 * is why it does without Intl.
 */
export function formatWithOffset(instant: Date): string {
  return `${new Date(instant.getTime() + beijingOffset).toISOString().slice(0, 19)}+08:00`;
}

const dayLength = 24 * 60 * 60 * 1000;
const beijingOffset = 8 * 60 * 60 * 1000;

/** The Beijing calendar day as its number since 1970-01-01: a compact key for lists by day. */
export function dayNumberOf(instant: Date): number {
  return Math.floor((instant.getTime() + beijingOffset) / dayLength);
}

/** Midnight in Beijing of the day on which the instant lies. */
export function startOfDay(instant: Date): Date {
  return endOfDay(dayNumberOf(instant) - 1);
}

/** The first instant after the day. */
export function endOfDay(day: number): Date {
  return new Date((day + 1) * dayLength - beijingOffset);
}

/**
 * The instant of a wall-clock time in Beijing, `2018-07-01` with hour, minute and second; undefined when
 * there is no such time (month 13, hour 25, 30 February).
 */
export function beijingInstant(date: {
  year: number;
  month: number;
  day: number;
  hour?: number;
  minute?: number;
  second?: number;
}): Date | undefined {
  const { year, month, day, hour = 0, minute = 0, second = 0 } = date;
  const asUtc = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const isReal =
    asUtc.getUTCFullYear() === year &&
    asUtc.getUTCMonth() === month - 1 &&
    asUtc.getUTCDate() === day &&
    asUtc.getUTCHours() === hour &&
    asUtc.getUTCMinutes() === minute &&
    asUtc.getUTCSeconds() === second;
  return isReal ? new Date(asUtc.getTime() - beijingOffset) : undefined;
}
