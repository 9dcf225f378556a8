import type { Metadata } from 'next';
import { unlessNotAllowed } from '@/app/(desk)/desk/unless-not-allowed';
import { NotAllowed } from '@/components/desk/not-allowed';
import { QueryTable } from '@/components/desk/searches/query-table';
import { PageTitle } from '@/components/ui/page-title';
import { requireEditor } from '@/features/access/require-editor';
import { listQueries } from '@/features/search/list-queries';

export const metadata: Metadata = { title: '搜索词' };

const days = 30;

export default async function SearchesPage() {
  const editor = await requireEditor();
  const found = await unlessNotAllowed(async () => ({
    popular: await listQueries(editor, { days }),
    fruitless: await listQueries(editor, { days, isWithoutResult: true }),
  }));
  if (!found.isAllowed) return <NotAllowed reason={found.reason} />;
  return (
    <>
      <PageTitle title="搜索词" note={`读者最近 ${days} 天搜索了什么。只计次数，不记是谁。`} />
      <div className="grid items-start gap-6 md:grid-cols-2">
        <QueryTable title="搜得最多的" queries={found.value.popular} />
        <QueryTable title="没有搜到的" queries={found.value.fruitless} />
      </div>
    </>
  );
}
