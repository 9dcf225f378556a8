import type { Metadata } from 'next';
import { z } from 'zod';
import { unlessNotAllowed } from '@/app/(desk)/desk/unless-not-allowed';
import { EventFilterForm, filterNames, type FilterWords } from '@/components/desk/audit/event-filter-form';
import { EventTable } from '@/components/desk/audit/event-table';
import { NotAllowed } from '@/components/desk/not-allowed';
import { buttonClass, ButtonLink } from '@/components/ui/button';
import { PageTitle } from '@/components/ui/page-title';
import { requireEditor } from '@/features/access/require-editor';
import { eventFilters, eventsPerPage, listActors, listEvents } from '@/features/timeline/list-events';
import { parseInput } from '@/lib/parse-input';

export const metadata: Metadata = { title: '操作记录' };

/** The filters and, from the second page on, the last event of the page before. */
const query = eventFilters.extend({
  before: z.coerce.number().pipe(z.int().positive()).optional().catch(undefined),
});

type AuditPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const editor = await requireEditor();
  const sent = await searchParams;
  const input = parseInput(query, sent);
  const found = await unlessNotAllowed(async () => {
    const people = await listActors(editor);
    if (!input.ok) return { people, events: [], older: undefined };
    const { before, ...filters } = input.value;
    return { people, ...(await listEvents(editor, filters, { before })) };
  });
  if (!found.isAllowed) return <NotAllowed reason={found.reason} />;
  const { people, events, older } = found.value;
  const asked = wordsOf(sent);
  const newest = input.ok && input.value.before === undefined;
  return (
    <>
      <PageTitle title="操作记录" note="采编台上做过的每件事，从新到旧；不能修改，也不能删除。">
        {input.ok && (
          <a href={`/desk/audit/export?${new URLSearchParams(asked)}`} className={buttonClass()} download>
            导出表格（CSV）
          </a>
        )}
      </PageTitle>
      <EventFilterForm asked={asked} people={people} problems={input.ok ? [] : input.problems} />
      {events.length > 0 ? (
        <EventTable events={events} />
      ) : (
        <p className="text-muted">{input.ok ? '没有符合条件的记录。' : '请先改正上面的条件。'}</p>
      )}
      <nav aria-label="翻页" className="mt-4 flex gap-2">
        {!newest && <ButtonLink href={`/desk/audit?${new URLSearchParams(asked)}`}>回到最新</ButtonLink>}
        {older !== undefined && (
          <ButtonLink href={`/desk/audit?${new URLSearchParams({ ...asked, before: String(older) })}`}>
            更早的 {eventsPerPage} 条
          </ButtonLink>
        )}
      </nav>
    </>
  );
}

/** The filters that say something, for the form and for the addresses of the other pages. */
function wordsOf(sent: Record<string, string | string[] | undefined>): FilterWords {
  return Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = sent[name];
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  );
}
