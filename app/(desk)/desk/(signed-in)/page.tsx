import type { Metadata } from 'next';
import { acknowledgeAction } from '@/app/(desk)/desk/(signed-in)/actions';
import { EmptyQueue } from '@/components/desk/queue/empty-queue';
import { QueueFilterForm, searchFieldName } from '@/components/desk/queue/queue-filter-form';
import { QueueKeys } from '@/components/desk/queue/queue-keys';
import { QueueTable } from '@/components/desk/queue/queue-table';
import { QueueTabs } from '@/components/desk/queue/queue-tabs';
import { QueueWatch } from '@/components/desk/queue/queue-watch';
import { MissedSchedules } from '@/components/desk/schedule/missed-schedules';
import { ButtonLink } from '@/components/ui/button';
import { PageTitle } from '@/components/ui/page-title';
import { listColleagues } from '@/features/access/list-editors';
import { mayAnywhere } from '@/features/access/permission';
import { requireEditor } from '@/features/access/require-editor';
import { findNextToReview } from '@/features/queue/find-next-to-review';
import { getQueueView } from '@/features/queue/get-queue-view';
import { firstQueueFor, openQueues } from '@/features/queue/open-queues';
import { listClaimsFor } from '@/features/review/review-claims';
import { listMissedSchedules } from '@/features/schedule/list-schedules';
import { listSectionChoices } from '@/features/sections/list-section-choices';
import { addressOf, readQuestion } from '@/lib/queue-question';

export const metadata: Metadata = { title: '稿件' };

type QueuePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function QueuePage({ searchParams }: QueuePageProps) {
  const editor = await requireEditor();
  // Everybody comes here after signing in, so this is no refusal.
  if (!mayAnywhere(editor, 'viewArticle')) {
    return <PageTitle title="采编台" note="您的岗位不处理稿件，请从导航里选择要做的事。" />;
  }
  const question = readQuestion(await searchParams, firstQueueFor(editor));
  const { rows, older, counts, mark, now } = await getQueueView(editor, question);
  const mayCreate = mayAnywhere(editor, 'createArticle');
  const address = addressOf(question);
  return (
    <>
      <PageTitle title="稿件">
        <QueueKeys
          mayCreate={mayCreate}
          searchFieldName={searchFieldName}
          nextToReview={await findNextToReview(editor, 0)}
        />
        {mayCreate && (
          <ButtonLink href="/desk/articles/new" look="primary">
            新建稿件
          </ButtonLink>
        )}
      </PageTitle>
      <MissedSchedules missed={await listMissedSchedules(editor)} acknowledge={acknowledgeAction} />
      <QueueTabs queues={openQueues(editor)} current={question.queue} counts={counts} />
      <QueueFilterForm
        question={question}
        sections={await listSectionChoices(editor, 'viewArticle')}
        people={await listColleagues()}
      />
      {rows.length > 0 ? (
        <QueueTable queue={question.queue} rows={rows} now={now} />
      ) : (
        <EmptyQueue question={question} mayCreate={mayCreate} />
      )}
      <nav aria-label="翻页" className="mt-4 flex gap-2">
        {question.before !== undefined && (
          <ButtonLink href={addressOf({ ...question, before: undefined })}>回到最新</ButtonLink>
        )}
        {older !== undefined && (
          <ButtonLink href={addressOf({ ...question, before: older })}>更早</ButtonLink>
        )}
      </nav>
      <QueueWatch
        mark={mark}
        address={address.replace('/desk?', '/desk/queue-mark?')}
        claims={JSON.stringify(await listClaimsFor(editor, now))}
      />
    </>
  );
}
