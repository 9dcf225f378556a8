import { Check } from 'lucide-react';
import type { DeskReview, DeskStage, Signed } from '@/features/review/get-review-for-desk';
import { formatDateTime } from '@/lib/dates';
import { proofreadingLabels, reviewStageLabels } from '@/lib/review-stage';

/** The chain in its order: who signed when, whose turn it is, who could. */
export function ChainLine({ review }: { review: DeskReview }) {
  return (
    <ol className="grid gap-x-4 gap-y-1.5 sm:grid-cols-2 xl:grid-cols-3" aria-label="审核进度">
      {review.stages.map((stage) => (
        <StageItem key={stage.stage} {...stage} isDue={review.isInReview && review.current === stage.stage} />
      ))}
    </ol>
  );
}

function StageItem({ stage, review, proofreading, candidates, isDue }: DeskStage & { isDue: boolean }) {
  const label = stage === 'final' ? '终审（签发）' : reviewStageLabels[stage];
  return (
    <li
      aria-current={isDue ? 'step' : undefined}
      className={`min-w-0 border-l-2 pl-2 ${isDue ? 'border-accent' : 'border-rule'}`}
    >
      <p className={isDue ? 'font-bold' : 'font-medium'}>
        {label}
        {isDue && <span className="ml-1.5 text-[0.8125rem] text-accent">轮到这一步</span>}
      </p>
      <Signature label={reviewStageLabels[stage]} signed={review}>
        {candidates.length > 0
          ? `等${candidates.slice(0, 4).join('、')}${candidates.length > 4 ? '等' : ''}`
          : '还没有人能审'}
      </Signature>
      <Signature label={proofreadingLabels[stage]} signed={proofreading}>
        未校
      </Signature>
    </li>
  );
}

function Signature({
  label,
  signed,
  children,
}: {
  label: string;
  signed: Signed | undefined;
  children: React.ReactNode;
}) {
  if (signed === undefined) {
    return (
      <p className="text-[0.8125rem] break-words text-muted">
        {label}：{children}
      </p>
    );
  }
  return (
    <p className="text-[0.8125rem] break-words text-good">
      <Check size={14} className="mr-0.5 inline align-[-2px]" aria-hidden />
      {label}：{signed.name}
      {signed.onBehalfOf !== '' && `（代${signed.onBehalfOf}）`} <time>{formatDateTime(signed.at)}</time>
      {signed.opinion !== '' && <span className="text-muted"> {signed.opinion}</span>}
    </p>
  );
}
