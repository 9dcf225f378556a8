import { type LineUse, lineUseLabels, type ReadLine } from '@/lib/import-run';

/** What makes no part of the article is paler; what it is stands before it, in words. */
const pale: readonly LineUse[] = ['leftOut', 'footer', 'breadcrumb'];

/** The lines of the old page, and what each was taken for. */
export function PageLines({ lines }: { lines: ReadLine[] }) {
  if (lines.length === 0) return <p className="text-muted">没有留下原页面的文字。</p>;
  return (
    <ol className="grid gap-1">
      {lines.map(({ text, use }, index) => (
        <li
          key={index}
          className={`grid grid-cols-[4.5rem_minmax(0,1fr)] gap-2 ${pale.includes(use) ? 'text-muted' : ''}`}
        >
          <span className="pt-0.5 text-[0.8125rem] text-muted">{lineUseLabels[use]}</span>
          <span className={`break-words ${use === 'title' ? 'font-bold' : ''}`}>{text}</span>
        </li>
      ))}
    </ol>
  );
}
