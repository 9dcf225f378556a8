import { tx } from '@/db/client';
import { mediaAssets } from '@/db/schema/media-assets';
import { sections } from '@/db/schema/sections';
import { paragraph } from '@/lib/article-body';
import { type ArticleContent, emptyContent } from '@/lib/article-content';

/** What tests of the desk start from. */

export async function addSection(parentId: number, path: string): Promise<number> {
  return tx(async (q) => {
    const [row] = await q
      .insert(sections)
      .values({ parentId, path, name: path, kind: 'section' })
      .returning({ id: sections.id });
    return row!.id;
  });
}

/** A text that lacks nothing for publication. */
export function finishedContent(
  sectionId: number,
  headline: string,
  changes: Partial<ArticleContent> = {},
): ArticleContent {
  return {
    ...emptyContent(sectionId),
    headline,
    body: { type: 'doc', content: [paragraph('河边的步道今天开放。')] },
    sourceName: '澄澜日报',
    credits: [{ role: 'editor', name: '庄书白' }],
    ...changes,
  };
}

export async function addPicture(
  words: { alt?: string; credit?: string; uploadedBy?: number } = {},
): Promise<number> {
  const contentHash = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex');
  return tx(async (q) => {
    const [row] = await q
      .insert(mediaAssets)
      .values({
        contentHash,
        originalFormat: 'jpeg',
        width: 800,
        height: 600,
        createdAt: new Date(),
        ...words,
      })
      .returning({ id: mediaAssets.id });
    return row!.id;
  });
}
