import type { ListedNotice } from '@/features/notices/list-notices';
import { formatDateTime } from '@/lib/dates';
import { noticeKindLabels } from '@/lib/notice-kind';

/** The newest first; what is new stands out by a word, not by colour alone. */
export function NoticeList({ notices }: { notices: ListedNotice[] }) {
  if (notices.length === 0) {
    return (
      <p className="rounded-md border border-dashed border-rule p-8 text-center text-muted">
        还没有通知。稿件交给您、被退回或到了时限，会在这里告诉您。
      </p>
    );
  }
  return (
    <ul className="grid gap-2">
      {notices.map(({ id, kind, articleId, subject, text, at, seenAt }) => (
        <li
          key={id}
          className={`rounded-lg border bg-sheet p-3 ${seenAt === null ? 'border-accent' : 'border-rule'}`}
        >
          <p className="flex flex-wrap items-baseline gap-x-3">
            <strong className={kind === 'late' || kind === 'missed' ? 'text-accent' : ''}>
              {noticeKindLabels[kind]}
            </strong>
            <a href={`/desk/articles/${articleId}`} className="font-medium hover:text-accent">
              {subject || '无标题'}
            </a>
            {seenAt === null && <span className="text-[0.8125rem] text-accent">新</span>}
            <time dateTime={at.toISOString()} className="ml-auto text-[0.8125rem] text-muted">
              {formatDateTime(at)}
            </time>
          </p>
          <p className="break-words text-muted">{text}</p>
        </li>
      ))}
    </ul>
  );
}
