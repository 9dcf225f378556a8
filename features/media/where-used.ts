import { desc, eq } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { mediaUses } from '@/db/schema/desk';
import { mediaAssets } from '@/db/schema/media-assets';
import type { Editor } from '@/features/access/editor';
import { NotAllowedError, sectionReach } from '@/features/access/permission';
import { mayViewPicture } from '@/features/media/picture-reach';
import type { ArticleStatus } from '@/lib/article-status';

export type PictureUse = { id: number; headline: string; status: ArticleStatus; isLive: boolean };

/** As many as a person reads through. */
const most = 100;

/**
 * The articles whose texts or covers show a picture, newest first, as far as the editor may look at them.
 * Throws NotAllowedError when the editor may not look at the picture.
 */
export async function whereUsed(editor: Editor, pictureId: number): Promise<PictureUse[]> {
  const [picture] = await reader()
    .select({ uploadedBy: mediaAssets.uploadedBy })
    .from(mediaAssets)
    .where(eq(mediaAssets.id, pictureId));
  if (!mayViewPicture(editor, picture ?? { uploadedBy: null })) throw new NotAllowedError('viewPictures');
  const found = await reader()
    .select({
      id: articles.id,
      headline: articles.headline,
      status: articles.status,
      sectionId: articles.sectionId,
      createdBy: articles.createdBy,
    })
    .from(mediaUses)
    .innerJoin(articles, eq(articles.id, mediaUses.articleId))
    .where(eq(mediaUses.assetId, pictureId))
    .orderBy(desc(articles.id));
  const reach = await sectionReach(reader(), editor, 'viewArticle');
  return found
    .filter(
      ({ sectionId, createdBy }) =>
        reach.any.has(sectionId) || (reach.own.has(sectionId) && createdBy === editor.id),
    )
    .slice(0, most)
    .map(({ id, headline, status }) => ({ id, headline, status, isLive: status === 'published' }));
}
