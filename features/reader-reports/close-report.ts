import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { tx } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { readerReports } from '@/db/schema/reader-reports';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';
import { reportStateLabels } from '@/lib/reader-report';

export const closeReportForm = z
  .strictObject({
    reportId: z.int().positive(),
    state: z.enum(['answered', 'corrected', 'dropped']),
    note: z.string().trim().max(500, '说明不能超过 500 字').default(''),
  })
  .refine(({ state, note }) => state === 'corrected' || note !== '', {
    path: ['note'],
    message: '请写明答复了什么，或者为什么不采纳',
  });

/**
 * Ends a reader's report: answered, corrected, or dropped with the reason. A report about an article belongs
 * to whoever handles reports in its section; a tip to whoever handles them for the whole portal.
 */
export async function closeReport(
  editor: Editor,
  { reportId, state, note }: z.output<typeof closeReportForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    const [report] = await q
      .select({
        state: readerReports.state,
        text: readerReports.text,
        articleId: readerReports.articleId,
        sectionId: articles.sectionId,
        ownerId: articles.createdBy,
      })
      .from(readerReports)
      .leftJoin(articles, eq(articles.id, readerReports.articleId))
      .where(eq(readerReports.id, reportId));
    // A number that was never given answers like a report that is out of reach.
    const target =
      report?.sectionId == null ? undefined : { sectionId: report.sectionId, ownerId: report.ownerId };
    await demand(q, editor, 'handleReports', target);
    if (report?.state !== 'open') {
      return { ok: false, problems: [{ field: '', message: '这条报错已经有人处理了，请重新载入。' }] };
    }
    await q
      .update(readerReports)
      .set({ state, note, closedAt: now, closedBy: editor.id })
      .where(and(eq(readerReports.id, reportId), eq(readerReports.state, 'open')));
    await recordEvent(
      q,
      editor,
      {
        kind: 'reportClosed',
        ...(report.articleId !== null && { articleId: report.articleId }),
        ...(report.sectionId !== null && { sectionId: report.sectionId }),
        subject: report.text.slice(0, 100),
        note: [reportStateLabels[state], note].filter(Boolean).join('：'),
      },
      now,
    );
    return { ok: true, value: undefined };
  });
}
