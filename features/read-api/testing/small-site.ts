import { tx } from '@/db/client';
import { sections } from '@/db/schema/sections';
import { ensureFoundation } from '@/db/seed/foundation';
import { insertArticle } from '@/features/articles/insert-article';
import type { NewArticle } from '@/features/articles/insert-articles';
import { paragraph } from '@/lib/article-body';

export const siteUrl = 'https://news.example.cn';

/** The root and one section, 城镇, whose id is answered. */
export async function foundSite(): Promise<number> {
  return tx(async (q) => {
    await ensureFoundation(q);
    const [town] = await q
      .insert(sections)
      .values({ path: 'town', name: '城镇', kind: 'section', parentId: 1 })
      .returning({ id: sections.id });
    return town!.id;
  });
}

/** A live article of one paragraph, unless told otherwise; answers its id. */
export async function publishArticle(article: Partial<NewArticle> & { sectionId: number }): Promise<number> {
  const publishedAt = article.publishedAt ?? new Date('2026-05-01T00:00:00Z');
  const body = { type: 'doc' as const, content: [paragraph('正文。')] };
  return tx((q) =>
    insertArticle(q, { headline: '一篇稿件', body, credits: [], publishedAt, ...article }, publishedAt),
  );
}
