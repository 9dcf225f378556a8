import { cellClass, Table } from '@/components/ui/table';
import type { CountedQuery } from '@/features/search/list-queries';
import { searchQuestionAddress } from '@/lib/search-question';

/** What readers asked for, how often, and how much it finds. */
export function QueryTable({ title, queries }: { title: string; queries: CountedQuery[] }) {
  return (
    <section>
      <h2 className="mb-2 font-bold">{title}</h2>
      {queries.length === 0 ? (
        <p className="text-muted">还没有。</p>
      ) : (
        <Table label={title} heads={['搜索词', '次数', '找到']}>
          {queries.map(({ query, asked, found }) => (
            <tr key={query}>
              <td className={cellClass}>
                <a href={searchQuestionAddress({ query })} className="hover:text-accent">
                  {query}
                </a>
              </td>
              <td className={`${cellClass} text-right tabular-nums`}>{asked}</td>
              <td className={`${cellClass} text-right tabular-nums`}>{found >= 1000 ? '1000+' : found}</td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}
