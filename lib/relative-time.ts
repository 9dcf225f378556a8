import { dayNumberOf, formatDate, formatDateTime, formatMonthDay, formatTime } from '@/lib/dates';

/** How long ago, as one says it: `刚刚`, `5 分钟前`, `昨天 09:15`, `07-01 09:15`, `2018-07-01`. */
export function formatRelative(instant: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - instant.getTime()) / 60_000);
  // Servers' clocks differ a little: what lies a moment ahead has just happened.
  if (minutes < 1) return minutes < -1 ? formatDateTime(instant) : '刚刚';
  if (minutes < 60) return `${minutes} 分钟前`;
  const days = dayNumberOf(now) - dayNumberOf(instant);
  if (days === 0) return `${Math.floor(minutes / 60)} 小时前`;
  if (days === 1) return `昨天 ${formatTime(instant)}`;
  const isThisYear = formatDate(instant).slice(0, 4) === formatDate(now).slice(0, 4);
  return isThisYear ? `${formatMonthDay(instant)} ${formatTime(instant)}` : formatDate(instant);
}
