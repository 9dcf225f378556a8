import { and, count, desc, eq, isNull } from 'drizzle-orm';
import { reader } from '@/db/client';
import { notices } from '@/db/schema/notices';
import type { Editor } from '@/features/access/editor';
import type { NoticeKind } from '@/lib/notice-kind';

export type ListedNotice = {
  id: number;
  kind: NoticeKind;
  articleId: number;
  subject: string;
  text: string;
  at: Date;
  seenAt: Date | null;
};

const most = 100;

/** What the editor was told lately, the newest first. Everybody reads their own and nobody else's. */
export async function listNotices(editor: Editor): Promise<ListedNotice[]> {
  return reader()
    .select({
      id: notices.id,
      kind: notices.kind,
      articleId: notices.articleId,
      subject: notices.subject,
      text: notices.text,
      at: notices.at,
      seenAt: notices.seenAt,
    })
    .from(notices)
    .where(eq(notices.editorId, editor.id))
    .orderBy(desc(notices.id))
    .limit(most);
}

/** How many of them the editor has not seen yet. */
export async function countUnseenNotices(editor: Editor): Promise<number> {
  const [row] = await reader()
    .select({ number: count() })
    .from(notices)
    .where(and(eq(notices.editorId, editor.id), isNull(notices.seenAt)));
  return row!.number;
}
