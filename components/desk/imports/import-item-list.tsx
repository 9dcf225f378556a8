import type { ListedImportItem } from '@/features/archive-import/confirm/list-import-items';

const empty = {
  doubtful: '没有等待核对的稿件。',
  refused: '没有导入失败的文件。',
  confirmed: '还没有确认过的稿件。',
  dropped: '没有删除过的稿件。',
};

/** What imports left for a person to look at; a doubtful one leads to its page side by side. */
export function ImportItemList({ items, state }: { items: ListedImportItem[]; state: keyof typeof empty }) {
  if (items.length === 0) {
    return (
      <p className="rounded-md border border-dashed border-rule p-8 text-center text-muted">{empty[state]}</p>
    );
  }
  return (
    <ul className="grid gap-2">
      {items.map(({ id, place, headline, reason, doubts, missing, confidence }) => (
        <li key={id} className="grid gap-1 rounded-lg border border-rule bg-sheet p-3">
          <h2 className="font-bold">
            {state === 'doubtful' ? (
              <a href={`/desk/imports/${id}`} className="hover:text-accent">
                {headline || '无标题'}
              </a>
            ) : (
              headline || (reason === '' ? '已删除的稿件' : reason)
            )}
          </h2>
          <p className="text-[0.8125rem] break-all text-muted">{place}</p>
          {state === 'doubtful' && (
            <p className="text-[0.8125rem]">
              把握 <span className="tabular-nums">{confidence}%</span>
              {missing.length > 0 && <span className="ml-3">缺：{missing.join('、')}</span>}
              {doubts.length > 0 && <span className="ml-3">{doubts.join('；')}</span>}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
