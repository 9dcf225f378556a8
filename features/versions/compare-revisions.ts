import { and, eq, inArray } from 'drizzle-orm';
import { reader } from '@/db/client';
import { revisions } from '@/db/schema/desk';
import { mediaAssets } from '@/db/schema/media-assets';
import { sections } from '@/db/schema/sections';
import type { Editor } from '@/features/access/editor';
import { getArticleFor } from '@/features/articles/editable-article';
import { type ArticleContent, assetIdsOfContent } from '@/lib/article-content';
import { type ContentDifference, diffContents } from '@/lib/diff-content';

/** What differs between two versions, in every field; undefined when one of them is not kept (any more). */
export async function compareRevisions(
  editor: Editor,
  articleId: number,
  [from, to]: readonly [number, number],
): Promise<ContentDifference | undefined> {
  const q = reader();
  await getArticleFor(q, editor, 'viewArticle', articleId);
  const found = await q
    .select({ version: revisions.version, content: revisions.content })
    .from(revisions)
    .where(and(eq(revisions.articleId, articleId), inArray(revisions.version, [from, to])));
  const before = found.find(({ version }) => version === from)?.content;
  const after = found.find(({ version }) => version === to)?.content;
  if (before === undefined || after === undefined) return undefined;
  return diffContents(before, after, await namesFor(before, after));
}

async function namesFor(...contents: ArticleContent[]) {
  const sectionNames = new Map(
    (
      await reader()
        .select({ id: sections.id, name: sections.name })
        .from(sections)
        .where(
          inArray(
            sections.id,
            contents.map(({ sectionId }) => sectionId),
          ),
        )
    ).map(({ id, name }) => [id, name]),
  );
  const assetIds = contents.flatMap(assetIdsOfContent).slice(0, 500);
  const pictures =
    assetIds.length === 0
      ? []
      : await reader()
          .select({ id: mediaAssets.id, alt: mediaAssets.alt })
          .from(mediaAssets)
          .where(inArray(mediaAssets.id, assetIds));
  const alts = new Map(pictures.map(({ id, alt }) => [id, alt]));
  return {
    section: (id: number) => sectionNames.get(id) ?? `已删除的栏目 ${id}`,
    picture: (id: number) => [`图片 ${id}`, alts.get(id)].filter(Boolean).join('：'),
  };
}
