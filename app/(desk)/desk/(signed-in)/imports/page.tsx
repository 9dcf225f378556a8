import type { Metadata } from 'next';
import { unlessNotAllowed } from '@/app/(desk)/desk/unless-not-allowed';
import { ImportItemList } from '@/components/desk/imports/import-item-list';
import { ImportRuns } from '@/components/desk/imports/import-runs';
import { NotAllowed } from '@/components/desk/not-allowed';
import { ButtonLink } from '@/components/ui/button';
import { PageTitle } from '@/components/ui/page-title';
import { TabLinks } from '@/components/ui/tab-links';
import { requireEditor } from '@/features/access/require-editor';
import { listImportItems, listImportRuns } from '@/features/archive-import/confirm/list-import-items';
import { importItemStateLabels, importItemStates } from '@/lib/import-run';

export const metadata: Metadata = { title: '旧稿导入' };

export default async function ImportsPage({ searchParams }: PageProps<'/desk/imports'>) {
  const editor = await requireEditor();
  const params = await searchParams;
  const state = importItemStates.find((one) => one === params.state) ?? 'doubtful';
  const after = /^[1-9]\d{0,14}$/u.test(String(params.after)) ? Number(params.after) : undefined;
  const found = await unlessNotAllowed(async () => ({
    ...(await listImportItems(editor, { state, after })),
    runs: await listImportRuns(editor),
  }));
  if (!found.isAllowed) return <NotAllowed reason={found.reason} />;
  const { items, next, runs } = found.value;
  return (
    <>
      <PageTitle
        title="旧稿导入"
        note="导入由管理员在服务器上执行；没有把握的稿件在这里核对之后才给读者看。"
      />
      {runs.length > 0 && (
        <div className="mb-5">
          <ImportRuns runs={runs} />
        </div>
      )}
      <TabLinks
        label="核对情况"
        current={state}
        tabs={importItemStates.map((one) => ({
          key: one,
          href: `/desk/imports?state=${one}`,
          label: importItemStateLabels[one],
        }))}
      />
      <ImportItemList items={items} state={state} />
      {next !== undefined && (
        <nav aria-label="翻页" className="mt-4">
          <ButtonLink href={`/desk/imports?state=${state}&after=${next}`}>下一页</ButtonLink>
        </nav>
      )}
    </>
  );
}
