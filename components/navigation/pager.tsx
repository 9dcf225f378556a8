import { listPageAddress } from '@/lib/addresses';

type PagerProps = { address: string; page: number; pageCount: number };

/** Plain links to the pages around the current one, the first and the last. */
export function Pager({ address, page, pageCount }: PagerProps) {
  if (pageCount <= 1) return null;
  const around = [page - 2, page - 1, page, page + 1, page + 2].filter(
    (near) => near > 1 && near < pageCount,
  );
  const numbers = [1, ...around, pageCount];
  return (
    <nav className="pager" aria-label="分页">
      {page > 1 && (
        <a href={listPageAddress(address, page - 1)} rel="prev">
          上一页
        </a>
      )}
      <ol>
        {numbers.map((number, index) => (
          <li key={number}>
            {index > 0 && number - numbers[index - 1]! > 1 && <span className="gap">…</span>}
            {number === page ? (
              <span aria-current="page">{number}</span>
            ) : (
              <a href={listPageAddress(address, number)} aria-label={`第 ${number} 页`}>
                {number}
              </a>
            )}
          </li>
        ))}
      </ol>
      {page < pageCount && (
        <a href={listPageAddress(address, page + 1)} rel="next">
          下一页
        </a>
      )}
    </nav>
  );
}
