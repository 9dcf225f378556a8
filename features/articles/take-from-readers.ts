import type { Query } from '@/db/client';
import { raiseContentVersion } from '@/db/content-version';
import type { Editor } from '@/features/access/editor';
import { type ArticleRow, getWorkingContent } from '@/features/articles/article-content';
import { touch } from '@/features/articles/editable-article';
import { keepMediaUses, placeForReaders, storeContent } from '@/features/articles/store-content';
import { noteChange } from '@/features/push/note-change';
import { endReview } from '@/features/review/keep-review';
import { recordEvent } from '@/features/timeline/record-event';

/**
 * Takes a live article off the site, back to the desk. The text being written stays what it is. Whether it
 * may be, the verb that calls has asked in the same transaction.
 */
export async function takeFromReaders(
  q: Query,
  editor: Pick<Editor, 'id' | 'name'>,
  { article, note }: { article: ArticleRow; note: string },
  now: Date,
): Promise<void> {
  const content = await getWorkingContent(q, article.id);
  await storeContent(q, article.id, content);
  await keepMediaUses(q, article.id, content);
  await touch(q, article.id, { status: 'unpublished' }, now);
  await placeForReaders(q, article.id, content, undefined);
  await endReview(q, article.id, {}, now);
  await recordEvent(
    q,
    editor,
    {
      kind: 'unpublished',
      articleId: article.id,
      sectionId: article.sectionId,
      fromStatus: 'published',
      toStatus: 'unpublished',
      version: article.version,
      subject: article.headline,
      note,
    },
    now,
  );
  const { id: articleId, headline, sectionId } = article;
  await noteChange(q, { event: 'unpublished', articleId, headline, sectionId }, now);
  await raiseContentVersion(q);
}
