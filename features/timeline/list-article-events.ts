import { desc, eq } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { timelineEvents } from '@/db/schema/desk';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import type { TimelineEvent } from '@/features/timeline/list-events';

/** More than anybody scrolls through; the whole of it is in the audit, filtered by this article. */
const mostEvents = 500;

/**
 * What was done with one article, the newest first. For whoever may see the article; throws
 * NotAllowedError otherwise. Of an article that there is not, nothing was done.
 */
export async function listArticleEvents(editor: Editor, articleId: number): Promise<TimelineEvent[]> {
  const [article] = await reader()
    .select({ sectionId: articles.sectionId, ownerId: articles.createdBy })
    .from(articles)
    .where(eq(articles.id, articleId));
  if (article === undefined) return [];
  await demand(reader(), editor, 'viewArticle', article);
  return reader()
    .select()
    .from(timelineEvents)
    .where(eq(timelineEvents.articleId, articleId))
    .orderBy(desc(timelineEvents.id))
    .limit(mostEvents);
}
