'use client';

import Link from 'next/link';
import { useEffect, useEffectEvent, useState } from 'react';
import type { ActionAnswer } from '@/components/desk/article-form/article-actions';
import { ConfirmDialog } from '@/components/desk/article-form/confirm-dialog';
import { ApproveDialog } from '@/components/desk/review/approve-dialog';
import { ChainLine } from '@/components/desk/review/chain-line';
import type { ReviewActions } from '@/components/desk/review/review-actions';
import { useClaim } from '@/components/desk/review/use-claim';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import type { DeskReview } from '@/features/review/get-review-for-desk';
import { formatDateTime } from '@/lib/dates';
import { proofreadingLabels, reviewStageLabels } from '@/lib/review-stage';

/** What the article's page knows of the chain and can do about it. */
export type Reviewing = {
  review: DeskReview;
  actions: ReviewActions;
  /** The next article that waits for this editor. */
  nextId: number | undefined;
};

type ReviewBarProps = {
  articleId: number;
  tab: string;
  reviewing: Reviewing;
  version: () => number;
  /** The text on the screen is not the one that all of this is said of. */
  isChanged: boolean;
  mayPublish: boolean;
  isPending: boolean;
  /** Saves, performs, and says what happened or why it did not. */
  act: (perform: () => Promise<ActionAnswer<unknown>>, done: string) => void;
};

/** Where the article stands in its chain, and what this editor can do about it. */
export function ReviewBar(props: ReviewBarProps) {
  const { articleId, tab, version, isPending, act } = props;
  const { review, actions, nextId } = props.reviewing;
  const { mine, current, stages } = review;
  const [asking, setAsking] = useState<'approve' | 'proofread' | 'publishFirst'>();
  const { claim, isMine, toggle } = useClaim(actions, articleId, tab, review.claim);
  const toast = useToast();
  const due = stages.find(({ stage }) => stage === current);
  const isSigned = stages.some((one) => one.review !== undefined || one.proofreading !== undefined);
  const close = () => setAsking(undefined);
  const perform = (work: () => Promise<ActionAnswer<unknown>>, done: string) => {
    close();
    act(work, done);
  };
  useNextKey(nextId);

  return (
    <section
      aria-label="审核"
      className={`grid gap-2 rounded-lg border bg-sheet px-3 py-2 ${review.unreviewed ? 'border-accent' : 'border-rule'}`}
    >
      {review.unreviewed && (
        <p role="status" className="rounded bg-accent px-2 py-1 font-bold text-on-accent">
          先发后审：{review.unreviewed.by}于{formatDateTime(review.unreviewed.since)}先行发布（
          {review.unreviewed.reason}）。请尽快补审；审完之前这里一直是红色。
        </p>
      )}
      <ChainLine review={review} />
      {props.isChanged && isSigned && (
        <p className="text-accent">文字已经改动：保存后，上面的审核全部作废，要从头再审。</p>
      )}
      <Sentence review={review} />
      <div className="flex flex-wrap items-center gap-2">
        {mine.review === true && due && (
          <Button look="primary" disabled={isPending} onClick={() => setAsking('approve')}>
            {due.stage === 'final' ? '签发' : `${reviewStageLabels[due.stage]}通过`}
          </Button>
        )}
        {mine.proofread === true && due && (
          <Button disabled={isPending} onClick={() => setAsking('proofread')}>
            完成{proofreadingLabels[due.stage]}
          </Button>
        )}
        {mine.canMark && review.isInReview && (
          <Button
            look="quiet"
            aria-pressed={isMine}
            onClick={() => void toggle().then((refusal) => refusal !== undefined && toast(refusal))}
          >
            {isMine ? '不看了' : '我在看'}
          </Button>
        )}
        {mine.canPublishFirst && (
          <Button look="danger" disabled={isPending} onClick={() => setAsking('publishFirst')}>
            先发后审
          </Button>
        )}
        <Link
          href={`/desk/articles/${articleId}/review-sheet`}
          prefetch={false}
          className="text-muted underline underline-offset-4 hover:text-accent"
        >
          审签单
        </Link>
        {nextId !== undefined && (
          <Link
            href={`/desk/articles/${nextId}`}
            prefetch={false}
            aria-keyshortcuts="Alt+N"
            title="Alt+N"
            className="text-muted underline underline-offset-4 hover:text-accent"
          >
            下一篇待我审
          </Link>
        )}
        <span role="status" className="text-good">
          {claim !== undefined && (claim.isSelf ? '您在看' : `${claim.name}在看`)}
        </span>
      </div>
      {asking === 'approve' && due && (
        <ApproveDialog
          stage={due.stage}
          onBehalfOf={mine.onBehalfOf}
          canProofread={mine.proofread === true}
          isProofread={due.proofreading !== undefined}
          canPublish={due.stage === 'final' && props.mayPublish}
          onClose={close}
          onApprove={(approval) =>
            perform(
              () => actions.approve({ articleId, version: version(), stage: due.stage, ...approval }),
              approval.andPublish
                ? '已签发并发布，读者现在看到的是这一版'
                : due.stage === 'final'
                  ? '已签发'
                  : `${reviewStageLabels[due.stage]}已通过`,
            )
          }
        />
      )}
      {asking === 'proofread' && due && (
        <ConfirmDialog
          title={`完成${proofreadingLabels[due.stage]}`}
          verb="确认校完"
          noteLabel="意见"
          onClose={close}
          onConfirm={(opinion) =>
            perform(
              () => actions.proofread({ articleId, version: version(), opinion }),
              `${proofreadingLabels[due.stage]}已完成`,
            )
          }
        >
          <p>您的姓名和时间会记在这一版文字的审签单上。</p>
        </ConfirmDialog>
      )}
      {asking === 'publishFirst' && (
        <ConfirmDialog
          title="先发后审"
          verb="确认先发布"
          noteLabel="不能等审完再发的原因"
          isNoteRequired
          isDanger
          onClose={close}
          onConfirm={(reason) =>
            perform(
              () => actions.publishFirst({ articleId, version: version(), reason }),
              '已先行发布，请尽快补审',
            )
          }
        >
          <p>读者马上看到没有审完的文字。姓名和原因会记录在案，审完之前采编台各处以红色提示。</p>
        </ConfirmDialog>
      )}
    </section>
  );
}

/** What is the matter, in words: why one may not, who is missing, when it is due. */
function Sentence({ review }: { review: DeskReview }) {
  const { mine, deadEnd, returned, isInReview, current, dueAt } = review;
  const lines = [
    typeof mine.review === 'string' ? mine.review : undefined,
    isInReview && deadEnd ? deadEnd : undefined,
    !isInReview && returned
      ? `${returned.by}于${formatDateTime(returned.at)}退回。改好后请再送审，审核从头开始。`
      : undefined,
    !isInReview && !returned && current !== undefined ? (deadEnd ?? '写好后请送审。') : undefined,
    isInReview && mine.review === true ? '要改文字请标注后退回：您一改就成了作者，不能再审。' : undefined,
  ].filter((line) => line !== undefined);
  return (
    <>
      {lines.map((line) => (
        <p key={line} className="text-muted">
          {line}
        </p>
      ))}
      {isInReview && dueAt !== null && <Due dueAt={dueAt} />}
    </>
  );
}

/** The page is drawn again with every change; between two of them being late needs no tick. */
function Due({ dueAt }: { dueAt: Date }) {
  const [now, setNow] = useState<number>();
  useEffect(() => {
    const look = () => setNow(Date.now());
    const first = setTimeout(look);
    const timer = setInterval(look, 30_000);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, []);
  const isLate = now !== undefined && dueAt.getTime() < now;
  return (
    <p className={isLate ? 'font-bold text-accent' : 'text-muted'}>
      应在 {formatDateTime(dueAt)} 前审完{isLate && '，已超时'}
    </p>
  );
}

/** Alt+N goes on to the next article, whatever has the focus: the letters belong to the text. */
function useNextKey(nextId: number | undefined): void {
  const go = useEffectEvent((event: KeyboardEvent) => {
    if (nextId === undefined || !event.altKey || event.code !== 'KeyN') return;
    event.preventDefault();
    document.querySelector<HTMLAnchorElement>('a[aria-keyshortcuts="Alt+N"]')?.click();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => go(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
