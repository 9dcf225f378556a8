import { inArray } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { sections } from '@/db/schema/sections';
import { fillBlocks, type FilledBlock } from '@/features/fronts/fill-blocks';
import { listBlockKinds } from '@/features/fronts/front-state';
import type { FrontDraft } from '@/lib/front-draft';

/**
 * What readers would see if the draft were launched now, by the same rule as the site. Whoever calls has
 * asked for the right to arrange the front.
 */
export async function resolveFrontDraft(
  frontId: number,
  { blocks: arranged }: FrontDraft,
  shownWithArticleId?: number,
): Promise<FilledBlock[]> {
  const kinds = await listBlockKinds(reader(), frontId);
  const sectionIds = arranged.flatMap(({ sectionId }) => sectionId ?? []);
  const paths = await reader()
    .select({ id: sections.id, path: sections.path })
    .from(sections)
    .where(inArray(sections.id, sectionIds));
  const pathById = new Map(paths.map(({ id, path }) => [id, path]));
  const placed = arranged.flatMap(({ blockId: id, sectionId, ...block }) => {
    const kind = kinds.get(id);
    if (kind === undefined) return [];
    return [{ ...block, id, kind, sectionId, sectionPath: pathById.get(sectionId ?? 0) ?? null }];
  });
  return fillBlocks(placed, shownWithArticleId);
}

/** What the desk says of an article that was placed. */
export type PlacedArticle = { headline: string; abstract: string; isLive: boolean };

/** The articles that a draft names, by number. One that was deleted is missing. */
export async function describePlacedArticles(
  drafts: readonly FrontDraft[],
): Promise<Record<number, PlacedArticle>> {
  const ids = drafts
    .flatMap((draft) => draft.blocks)
    .flatMap((block) => block.items)
    .flatMap(({ articleId }) => articleId ?? []);
  const found = await reader()
    .select({
      id: articles.id,
      headline: articles.headline,
      abstract: articles.abstract,
      status: articles.status,
    })
    .from(articles)
    .where(inArray(articles.id, [...new Set(ids)]));
  return Object.fromEntries(
    found.map(({ id, status, ...article }) => [id, { ...article, isLive: status === 'published' }]),
  );
}
