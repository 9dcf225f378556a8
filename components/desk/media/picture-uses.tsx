import Link from 'next/link';
import type { PictureUse } from '@/features/media/where-used';
import { articleAddress } from '@/lib/addresses';
import { articleStatusLabels } from '@/lib/article-status';

/** The articles that show a picture. */
export function PictureUses({ uses }: { uses: readonly PictureUse[] }) {
  if (uses.length === 0) return <p className="text-muted">还没有稿件使用这张图片。</p>;
  return (
    <ul className="divide-y divide-rule rounded-md border border-rule bg-sheet">
      {uses.map(({ id, headline, status, isLive }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
          <Link
            href={`/desk/articles/${id}`}
            prefetch={false}
            className="min-w-0 grow font-medium hover:text-accent"
          >
            {headline || '（无标题）'}
          </Link>
          <span className="text-[0.8125rem] text-muted">{articleStatusLabels[status]}</span>
          {isLive && (
            <a href={articleAddress(id)} className="text-[0.8125rem] hover:text-accent">
              在网站上查看
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
