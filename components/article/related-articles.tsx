import type { BlockOf } from '@/lib/article-body';
import { articleAddress } from '@/lib/addresses';

type RelatedArticlesProps = { block: BlockOf<'related'>; headlines: ReadonlyMap<number, string> };

/** Those of the named articles that readers may see. */
export function RelatedArticles({ block, headlines }: RelatedArticlesProps) {
  const ids = block.attrs.articleIds.filter((id) => headlines.has(id));
  if (ids.length === 0) return null;
  return (
    <aside className="note" aria-label="相关阅读">
      <p className="note-label">相关阅读</p>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <a href={articleAddress(id)}>{headlines.get(id)}</a>
          </li>
        ))}
      </ul>
    </aside>
  );
}
