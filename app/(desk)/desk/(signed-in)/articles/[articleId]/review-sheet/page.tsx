import type { Metadata } from 'next';
import Link from 'next/link';
import { unlessNotAllowed } from '@/app/(desk)/desk/unless-not-allowed';
import { NotAllowed } from '@/components/desk/not-allowed';
import { PrintButton } from '@/components/desk/review/print-button';
import { ReviewSheetView } from '@/components/desk/review/review-sheet-view';
import { requireEditor } from '@/features/access/require-editor';
import { getReviewSheet } from '@/features/review/get-review-sheet';

export const metadata: Metadata = { title: '审签单' };

export default async function ReviewSheetPage({
  params,
}: PageProps<'/desk/articles/[articleId]/review-sheet'>) {
  const editor = await requireEditor();
  const id = Number((await params).articleId);
  const found = await unlessNotAllowed(() => getReviewSheet(editor, Number.isSafeInteger(id) ? id : 0));
  if (!found.isAllowed) return <NotAllowed reason={found.reason} />;
  return (
    <>
      <p className="mb-4 flex flex-wrap items-center gap-3 print:hidden">
        <Link
          href={`/desk/articles/${id}`}
          prefetch={false}
          className="text-muted underline underline-offset-4 hover:text-accent"
        >
          回到稿件
        </Link>
        <PrintButton />
      </p>
      <ReviewSheetView sheet={found.value} printedBy={editor.name} />
    </>
  );
}
