import { reader } from '@/db/client';
import type { Editor } from '@/features/access/editor';
import { openImportItem } from '@/features/archive-import/confirm/open-import-item';
import { getWorkingContent } from '@/features/articles/article-content';
import { getSiteView } from '@/features/sections/get-site-view';
import type { ArticleContent } from '@/lib/article-content';
import type { ReadLine } from '@/lib/import-run';

export type ImportItemForDesk = {
  id: number;
  articleId: number;
  place: string;
  isLive: boolean;
  doubts: string[];
  missing: string[];
  confidence: number;
  publishedAt: Date | null;
  lines: ReadLine[];
  content: ArticleContent;
  sectionNames: string[];
};

/** An imported article beside its page; undefined when it has been dealt with. See openImportItem for who may. */
export async function getImportItem(editor: Editor, itemId: number): Promise<ImportItemForDesk | undefined> {
  const open = await openImportItem(reader(), editor, itemId);
  if (open === undefined) return undefined;
  const { item, article } = open;
  const content = await getWorkingContent(reader(), article.id);
  const { trail } = await getSiteView(content.sectionId);
  return {
    id: item.id,
    articleId: article.id,
    place: item.place,
    isLive: article.status === 'published',
    doubts: item.doubts,
    missing: item.missing,
    confidence: item.confidence,
    publishedAt: article.publishedAt ?? item.publishedAt,
    lines: item.lines,
    content,
    sectionNames: trail.map(({ name }) => name),
  };
}
