import { formatDateTime } from '@/lib/dates';
import { wallTimeIn, zoneLabel } from '@/lib/zoned-time';

type DueTime = { kind: 'publish' | 'unpublish'; dueAt: Date; zone: string };

/** `定于 2026-11-23 08:00（北京时间）发布`; of another zone its own time too. */
export function describeDueTime({ kind, dueAt, zone }: DueTime): string {
  const beijing = `${formatDateTime(dueAt)}（北京时间）`;
  const own =
    zone === 'Asia/Shanghai' ? '' : `，即${zoneLabel(zone)} ${wallTimeIn(zone, dueAt).replace('T', ' ')}`;
  return `定于 ${beijing}${own}${kind === 'publish' ? '发布' : '下线'}`;
}
