import { and, asc, desc, eq, gte, isNull, lt, lte, max, min, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { reader } from '@/db/client';
import { timelineEvents } from '@/db/schema/desk';
import { editors } from '@/db/schema/editors';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import { beijingInstant } from '@/lib/dates';
import { timelineKinds } from '@/lib/timeline-kind';

export type TimelineEvent = typeof timelineEvents.$inferSelect;

export const eventsPerPage = 100;

const wholeDay = 24 * 3600_000;

/** A calendar day of Beijing as a date field sends it, read as the day's first instant. */
const day = z.string().transform((text, context) => {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text)?.map(Number) ?? [];
  const instant = beijingInstant({ year: year ?? 0, month: month ?? 0, day: date ?? 0 });
  if (instant !== undefined) return instant;
  context.addIssue({ code: 'custom', message: '请填写有效的日期，如 2026-11-23。' });
  return z.NEVER;
});

/** An empty field of a filter form asks for nothing. */
const unlessEmpty = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const identifier = z.coerce.number('请填写数字').pipe(z.int('请填写整数').positive('请填写大于 0 的整数'));

/** Which events are asked for; each is an address parameter of the page and of the export. */
export const eventFilters = z.object({
  /** `none`: the command line, and whoever was not signed in. */
  person: unlessEmpty(z.union([z.literal('none'), identifier], '请从列表中选择人员')),
  kind: unlessEmpty(z.enum(timelineKinds, '请从列表中选择操作')),
  article: unlessEmpty(identifier),
  /** Both days count. */
  from: unlessEmpty(day),
  to: unlessEmpty(day),
});

export type EventFilters = z.output<typeof eventFilters>;

export type EventPage = { events: TimelineEvent[]; older: number | undefined };

/**
 * A page of what was done at the desk, the newest first. `before` is the id of the last event of the page
 * before; `older` is the next page's, if there is one. For whoever may read the audit.
 */
export async function listEvents(
  editor: Editor,
  filters: EventFilters,
  { before, limit = eventsPerPage }: { before?: number; limit?: number } = {},
): Promise<EventPage> {
  await demand(reader(), editor, 'viewAudit');
  const conditions = await conditionsOf(filters);
  if (conditions === undefined) return { events: [], older: undefined };
  const rows = await reader()
    .select()
    .from(timelineEvents)
    .where(and(...conditions, before === undefined ? undefined : lt(timelineEvents.id, before)))
    .orderBy(desc(timelineEvents.id))
    .limit(limit + 1);
  const events = rows.slice(0, limit);
  return { events, older: rows.length > limit ? events.at(-1)!.id : undefined };
}

/**
 * Days are turned into the span of ids written on them (read from the index of instants alone), so that
 * every question is answered in the order of an index: of a person, a kind, an article, or of the ids.
 * The instants are asked for as well, because a clock that was put back mixes the two orders. Undefined
 * when nothing was written on those days.
 */
async function conditionsOf({
  person,
  kind,
  article,
  from,
  to,
}: EventFilters): Promise<(SQL | undefined)[] | undefined> {
  const { id, at, editorId, articleId } = timelineEvents;
  const onTheseDays = [from && gte(at, from), to && lt(at, new Date(to.getTime() + wholeDay))];
  const others = [
    person === undefined ? undefined : person === 'none' ? isNull(editorId) : eq(editorId, person),
    kind && eq(timelineEvents.kind, kind),
    article === undefined ? undefined : eq(articleId, article),
  ];
  if (from === undefined && to === undefined) return others;
  const [span] = await reader()
    .select({ first: min(id), last: max(id) })
    .from(timelineEvents)
    .where(and(...onTheseDays));
  if (span?.first == null || span.last === null) return undefined;
  return [...others, gte(id, span.first), lte(id, span.last), ...onTheseDays];
}

/** Everybody who can stand in the audit, those with a closed account included. */
export async function listActors(editor: Editor): Promise<{ id: number; name: string }[]> {
  await demand(reader(), editor, 'viewAudit');
  return reader().select({ id: editors.id, name: editors.name }).from(editors).orderBy(asc(editors.id));
}
