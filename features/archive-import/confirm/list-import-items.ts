import { and, asc, desc, eq, gt } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { importItems, importRuns } from '@/db/schema/imports';
import type { Editor } from '@/features/access/editor';
import { demandAnywhere, mayForPortal, sectionReach } from '@/features/access/permission';
import { getRootSection } from '@/features/sections/section-tree';
import type { ImportCounts, ImportItemState } from '@/lib/import-run';

export type ListedImportItem = {
  id: number;
  place: string;
  state: ImportItemState;
  headline: string | null;
  reason: string;
  doubts: string[];
  missing: string[];
  confidence: number;
};

const onAPage = 50;
const atOnce = 500;

/**
 * What imports left for a person to look at, in one state, in the order in which it came, as far as the editor
 * may publish there. What belongs to no section is for whoever may publish everywhere. `after` is the last id of
 * the page before; `next` that of this one, if there are more.
 */
export async function listImportItems(
  editor: Editor,
  { state, after = 0 }: { state: ImportItemState; after?: number },
): Promise<{ items: ListedImportItem[]; next: number | undefined }> {
  demandAnywhere(editor, 'publishArticle');
  const { any } = await sectionReach(reader(), editor, 'publishArticle');
  const seesAll = mayForPortal(editor, 'publishArticle', (await getRootSection()).id);
  const items: ListedImportItem[] = [];
  for (let position = after; ;) {
    const rows = await reader()
      .select({
        id: importItems.id,
        place: importItems.place,
        state: importItems.state,
        headline: articles.headline,
        sectionId: articles.sectionId,
        reason: importItems.reason,
        doubts: importItems.doubts,
        missing: importItems.missing,
        confidence: importItems.confidence,
      })
      .from(importItems)
      .leftJoin(articles, eq(articles.id, importItems.articleId))
      .where(and(eq(importItems.state, state), gt(importItems.id, position)))
      .orderBy(asc(importItems.id))
      .limit(atOnce);
    for (const { sectionId, ...item } of rows) {
      if (sectionId === null ? !seesAll : !any.has(sectionId)) continue;
      if (items.length === onAPage) return { items, next: items.at(-1)!.id };
      items.push(item);
    }
    if (rows.length < atOnce) return { items, next: undefined };
    position = rows.at(-1)!.id;
  }
}

export type ListedImportRun = {
  id: number;
  sources: string[];
  startedAt: Date;
  endedAt: Date | null;
  counts: ImportCounts;
  reportFile: string;
};

/** The newest runs of the import command. For whoever may publish anywhere. */
export async function listImportRuns(editor: Editor): Promise<ListedImportRun[]> {
  demandAnywhere(editor, 'publishArticle');
  return reader()
    .select({
      id: importRuns.id,
      sources: importRuns.sources,
      startedAt: importRuns.startedAt,
      endedAt: importRuns.endedAt,
      counts: importRuns.counts,
      reportFile: importRuns.reportFile,
    })
    .from(importRuns)
    .orderBy(desc(importRuns.id))
    .limit(5);
}
