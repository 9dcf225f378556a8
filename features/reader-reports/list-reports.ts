import { and, desc, eq, lt, type SQL } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { editors } from '@/db/schema/editors';
import { readerReports } from '@/db/schema/reader-reports';
import type { Editor } from '@/features/access/editor';
import { demandAnywhere, mayForPortal, sectionReach } from '@/features/access/permission';
import { getRootSection } from '@/features/sections/section-tree';
import type { ReportState } from '@/lib/reader-report';

export type DeskReport = {
  id: number;
  articleId: number | null;
  headline: string | null;
  quote: string;
  blockIndex: number | null;
  text: string;
  contact: string;
  createdAt: Date;
  state: ReportState;
  closedAt: Date | null;
  closedByName: string | null;
  note: string;
};

const onAPage = 50;

const columns = {
  id: readerReports.id,
  articleId: readerReports.articleId,
  headline: articles.headline,
  sectionId: articles.sectionId,
  quote: readerReports.quote,
  blockIndex: readerReports.blockIndex,
  text: readerReports.text,
  contact: readerReports.contact,
  createdAt: readerReports.createdAt,
  state: readerReports.state,
  closedAt: readerReports.closedAt,
  closedByName: editors.name,
  note: readerReports.note,
};

/**
 * Readers' reports in one state, the newest first, as far as the editor handles them. `before` is the id of
 * the last one of the page before; `older` that of the next page, if there is one.
 */
export async function listReports(
  editor: Editor,
  { state, before }: { state: ReportState; before?: number },
): Promise<{ reports: DeskReport[]; older: number | undefined }> {
  demandAnywhere(editor, 'handleReports');
  const { any } = await sectionReach(reader(), editor, 'handleReports');
  const seesTips = mayForPortal(editor, 'handleReports', (await getRootSection()).id);
  const reports: DeskReport[] = [];
  let position = before;
  // The sections of an editor may be few of many: pages are read until one of theirs is full.
  for (;;) {
    const rows = await select(
      and(
        eq(readerReports.state, state),
        position === undefined ? undefined : lt(readerReports.id, position),
      ),
    )
      .orderBy(desc(readerReports.id))
      .limit(500);
    for (const { sectionId, ...report } of rows) {
      if (sectionId === null ? !seesTips : !any.has(sectionId)) continue;
      if (reports.length === onAPage) return { reports, older: reports.at(-1)!.id };
      reports.push(report);
    }
    if (rows.length < 500) return { reports, older: undefined };
    position = rows.at(-1)!.id;
  }
}

/** What waits for an answer about one article, the oldest first. For the article's page at the desk. */
export async function listOpenReportsOf(articleId: number): Promise<DeskReport[]> {
  const rows = await select(
    and(eq(readerReports.articleId, articleId), eq(readerReports.state, 'open')),
  ).orderBy(readerReports.id);
  return rows.map(({ sectionId: _sectionId, ...report }) => report);
}

function select(condition: SQL | undefined) {
  return reader()
    .select(columns)
    .from(readerReports)
    .leftJoin(articles, eq(articles.id, readerReports.articleId))
    .leftJoin(editors, eq(editors.id, readerReports.closedBy))
    .where(condition);
}
