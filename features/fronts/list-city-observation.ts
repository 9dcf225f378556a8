import { listFrontBlocks } from '@/features/fronts/list-front-blocks';
import type { ListedArticle } from '@/features/articles/listed-article';
import { frontKeys } from '@/lib/block-kind';

/** The articles of this portal under 城市观察, each once, the newest first. Headlines that lead nowhere are left out. */
export async function listCityObservation(limit: number): Promise<ListedArticle[]> {
  const found = new Map<number, ListedArticle>();
  for (const key of frontKeys) {
    for (const { kind, items } of await listFrontBlocks(key)) {
      if (kind !== 'cityObservation') continue;
      for (const { article } of items) if (article !== undefined) found.set(article.id, article);
    }
  }
  return [...found.values()]
    .toSorted((one, other) => other.publishedAt.getTime() - one.publishedAt.getTime() || other.id - one.id)
    .slice(0, limit);
}
