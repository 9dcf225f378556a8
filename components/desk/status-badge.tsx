import { type ArticleStatus, articleStatusLabels } from '@/lib/article-status';

const looks: Record<ArticleStatus, string> = {
  draft: 'border-rule text-muted',
  inReview: 'border-muted text-ink',
  scheduled: 'border-muted text-ink',
  published: 'border-good text-good',
  unpublished: 'border-rule text-muted',
  withdrawn: 'border-accent text-accent',
};

/** Where an article stands, in words; the colour only repeats them. */
export function StatusBadge({ status, hasChanges = false }: { status: ArticleStatus; hasChanges?: boolean }) {
  return (
    <span className={`inline-flex rounded border px-1.5 text-[0.8125rem] whitespace-nowrap ${looks[status]}`}>
      {articleStatusLabels[status]}
      {hasChanges && '，有未发布的修改'}
    </span>
  );
}
