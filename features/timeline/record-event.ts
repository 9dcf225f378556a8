import type { Query } from '@/db/client';
import { timelineEvents } from '@/db/schema/desk';
import type { Editor } from '@/features/access/editor';
import type { ArticleStatus } from '@/lib/article-status';
import type { TimelineKind } from '@/lib/timeline-kind';

export type TimelineEntry = {
  kind: TimelineKind;
  articleId?: number;
  sectionId?: number;
  fromStatus?: ArticleStatus;
  toStatus?: ArticleStatus;
  version?: number;
  /** What it was about, in words: a headline, a section's name, an e-mail address. */
  subject?: string;
  note?: string;
};

/**
 * Writes down what was done, for good; to be called in the transaction that does it. Without an editor it
 * was the command line, or, where a sign-in was refused, somebody unknown.
 */
export async function recordEvent(
  q: Query,
  editor: Pick<Editor, 'id' | 'name'> | undefined,
  entry: TimelineEntry,
  at: Date,
): Promise<void> {
  await q
    .insert(timelineEvents)
    .values({ ...entry, editorId: editor?.id ?? null, editorName: editor?.name ?? nameOfNobody(entry), at });
}

function nameOfNobody({ kind }: TimelineEntry): string {
  return kind === 'signInRefused' ? '未登录' : '命令行';
}
