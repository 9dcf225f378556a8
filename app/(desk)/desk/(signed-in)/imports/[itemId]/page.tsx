import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { confirmImportAction, dropImportAction } from '@/app/(desk)/desk/(signed-in)/imports/actions';
import { unlessNotAllowed } from '@/app/(desk)/desk/unless-not-allowed';
import { ConfirmImport } from '@/components/desk/imports/confirm-import';
import { PageLines } from '@/components/desk/imports/page-lines';
import { ReadArticle } from '@/components/desk/imports/read-article';
import { NotAllowed } from '@/components/desk/not-allowed';
import { ButtonLink } from '@/components/ui/button';
import { PageTitle } from '@/components/ui/page-title';
import { requireEditor } from '@/features/access/require-editor';
import { getImportItem } from '@/features/archive-import/confirm/get-import-item';
import { wallTimeIn } from '@/lib/zoned-time';

export const metadata: Metadata = { title: '核对导入的稿件' };

export default async function ImportItemPage({ params }: PageProps<'/desk/imports/[itemId]'>) {
  const editor = await requireEditor();
  const { itemId } = await params;
  if (!/^[1-9]\d{0,14}$/u.test(itemId)) notFound();
  const found = await unlessNotAllowed(() => getImportItem(editor, Number(itemId)));
  if (!found.isAllowed) return <NotAllowed reason={found.reason} />;
  const item = found.value;
  if (item === undefined) {
    return (
      <>
        <PageTitle title="已经处理" note="这篇稿件已经有人核对过了。" />
        <ButtonLink href="/desk/imports">回到导入</ButtonLink>
      </>
    );
  }
  const { id, articleId, place, isLive, doubts, missing, confidence, publishedAt } = item;
  const toCheck = [...doubts, ...(missing.length > 0 ? [`没有找到：${missing.join('、')}`] : [])];
  return (
    <>
      <PageTitle title="核对导入的稿件" note={<span className="break-all">{place}</span>}>
        <ButtonLink href="/desk/imports">回到导入</ButtonLink>
      </PageTitle>
      <section aria-label="请核对" className="mb-4">
        <h2 className="font-bold">
          把握 <span className="tabular-nums">{confidence}%</span>，请核对：
        </h2>
        <ul className="list-disc pl-5">
          {toCheck.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <ConfirmImport
        itemId={id}
        articleId={articleId}
        publishedAt={publishedAt === null ? '' : wallTimeIn('Asia/Shanghai', publishedAt)}
        isLive={isLive}
        actions={{ confirm: confirmImportAction, drop: dropImportAction }}
      />
      <div className="grid gap-4 lg:grid-cols-2">
        <section aria-labelledby="page" className="min-w-0 rounded-lg border border-rule bg-sheet p-3">
          <h2 id="page" className="mb-2 text-[0.8125rem] font-medium text-muted">
            原页面的文字
          </h2>
          <PageLines lines={item.lines} />
        </section>
        <section aria-labelledby="article" className="min-w-0 rounded-lg border border-rule bg-sheet p-3">
          <h2 id="article" className="mb-2 text-[0.8125rem] font-medium text-muted">
            读出的稿件
          </h2>
          <ReadArticle content={item.content} sectionNames={item.sectionNames} publishedAt={publishedAt} />
        </section>
      </div>
    </>
  );
}
