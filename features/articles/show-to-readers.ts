import { and, eq, isNull } from 'drizzle-orm';
import type { Query } from '@/db/client';
import { raiseContentVersion } from '@/db/content-version';
import { revisions } from '@/db/schema/desk';
import type { Editor } from '@/features/access/editor';
import { type ArticleRow, getStoredContent, isSameContent } from '@/features/articles/article-content';
import { touch } from '@/features/articles/editable-article';
import {
  keepMediaUses,
  keepSourceAddress,
  placeForReaders,
  storeContent,
} from '@/features/articles/store-content';
import { noteChange } from '@/features/push/note-change';
import { recordEvent } from '@/features/timeline/record-event';
import type { ArticleContent } from '@/lib/article-content';

/**
 * Puts a version before readers, for the first time or in place of an older one; answers the time of first
 * publication, which stays. Whether it may be shown, the verb that calls has asked in the same transaction.
 * `note` says in the timeline what made it happen where that was not a person's click. `isOld`: it was published
 * elsewhere long ago, which is no news to search engines and subscribers.
 */
export async function showToReaders(
  q: Query,
  editor: Pick<Editor, 'id' | 'name'>,
  {
    article,
    content,
    note = '',
    isOld = false,
  }: { article: ArticleRow; content: ArticleContent; note?: string; isOld?: boolean },
  now: Date,
): Promise<Date> {
  const { id: articleId, version, status } = article;
  const publishedAt = article.publishedAt ?? now;
  const isEdited =
    article.publishedAt !== null && !isSameContent(await getStoredContent(q, articleId), content);
  await storeContent(q, articleId, content);
  await keepSourceAddress(q, content);
  await keepMediaUses(q, articleId, content);
  await touch(
    q,
    articleId,
    {
      status: 'published',
      publishedAt,
      publishedVersion: version,
      assigneeId: null,
      scheduledAt: null,
      ...(isEdited && { modifiedAt: now }),
    },
    now,
  );
  await q
    .update(revisions)
    .set({ publishedAt: now })
    .where(
      and(eq(revisions.articleId, articleId), eq(revisions.version, version), isNull(revisions.publishedAt)),
    );
  await placeForReaders(q, articleId, content, publishedAt);
  await recordEvent(
    q,
    editor,
    {
      kind: status === 'published' ? 'updated' : 'published',
      articleId,
      sectionId: content.sectionId,
      fromStatus: status,
      toStatus: 'published',
      version,
      subject: content.headline,
      note,
    },
    now,
  );
  // An update that readers cannot see is told to nobody.
  if (!isOld && (status !== 'published' || isEdited)) {
    const event = status === 'published' ? 'updated' : 'published';
    const { headline, sectionId } = content;
    await noteChange(q, { event, articleId, headline, sectionId }, now);
  }
  await raiseContentVersion(q);
  return publishedAt;
}
