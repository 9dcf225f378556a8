import Link from 'next/link';
import type { Queue } from '@/lib/queue';
import { addressOf, type QueueQuestion } from '@/lib/queue-question';

/** What an empty queue means, and where to go on. */
const sentences: Record<Queue, string> = {
  mine: '您没有写到一半的稿件。已经送审的在“全部”里。',
  sent: '现在没有同事交给您的稿件。有人送审并指定您时，稿件会出现在这里。',
  toReview: '现在没有轮到您审的稿件。您写过、改过或已审过一级的稿件不会出现在这里。',
  toSign: '没有等您签发的稿件。初审、复审都完成后，稿件会出现在这里。',
  overdue: '没有超过应审完时间的稿件。',
  returned: '您退回的稿件都已重新送审，或您还没有退回过稿件。',
  unreviewed: '没有先发后审的稿件。',
  waiting: '没有等您审的稿件。记者送审后会出现在这里，页面会自己更新。',
  changed: '没有等待发布的修改。已发布的稿件改动后，读者先看到旧文字，改动在这里等人发布。',
  scheduled: '没有定好时间发布的稿件。',
  today: '今天还没有发布稿件。到“待审”里看看有没有可以发的。',
  all: '还没有您能看到的稿件。如果不该这样，请管理员看看您的岗位管哪些栏目。',
};

type EmptyQueueProps = { question: QueueQuestion; mayCreate: boolean };

export function EmptyQueue({ question, mayCreate }: EmptyQueueProps) {
  const { queue, sectionId, status, personId, words, before } = question;
  const isFiltered = [sectionId, status, personId, words].some((one) => one !== undefined);
  return (
    <div className="rounded-md border border-dashed border-rule px-4 py-10 text-center text-muted">
      {before !== undefined ? (
        <p>没有更早的稿件了。按“回到最新”回到第一页。</p>
      ) : isFiltered ? (
        <>
          <p>没有符合这些条件的稿件。请放宽条件或清除筛选。</p>
          {queue !== 'all' && (
            <p className="mt-1">
              <Link
                href={addressOf({ ...question, queue: 'all' })}
                prefetch={false}
                className="text-ink underline underline-offset-4 hover:text-accent"
              >
                用同样的条件在全部稿件里找
              </Link>
            </p>
          )}
        </>
      ) : (
        <p>
          {sentences[queue]}
          {mayCreate && (queue === 'mine' || queue === 'all') && '按“新建稿件”开始写。'}
        </p>
      )}
    </div>
  );
}
