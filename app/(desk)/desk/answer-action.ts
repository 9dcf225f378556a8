import { randomUUID } from 'node:crypto';
import { unstable_rethrow } from 'next/navigation';
import { NotAllowedError } from '@/features/access/permission';
import { type Problem, PlainError } from '@/lib/problems';

type Refusal = { ok: false; problems: Problem[] };

/**
 * Runs what an action does and turns every failure into a sentence for the page, so that nothing typed
 * there is lost to an error page. Redirections pass.
 */
export async function answerAction<Answer>(work: () => Promise<Answer>): Promise<Answer | Refusal> {
  try {
    return await work();
  } catch (error) {
    unstable_rethrow(error);
    return { ok: false, problems: [{ field: '', message: sentenceFor(error) }] };
  }
}

function sentenceFor(error: unknown): string {
  if (error instanceof NotAllowedError || error instanceof PlainError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // SQLite's own names for a full or write-protected disk and for a database another program holds.
  if (/^SQLITE_(?:FULL|IOERR|READONLY|CANTOPEN)/u.test(code) || code === 'ENOSPC') {
    report(error);
    return '服务器的磁盘写不进去（可能已满），这次没有保存。您的文字还在这个页面里，请不要关闭，并告诉管理员。';
  }
  if (code.startsWith('SQLITE_BUSY')) return '数据库正忙，这次没有保存。请过几秒再试，页面里的文字不会丢。';
  const id = randomUUID().slice(0, 8);
  report(error, id);
  return `出了意外，这次没有完成。请稍后再试；仍不行请把编号 ${id} 告诉管理员。`;
}

function report(error: unknown, id?: string): void {
  // oxlint-disable-next-line no-console -- the page server turns the console into events of its log
  console.error(`action failed ${id ?? ''}`, error);
}
