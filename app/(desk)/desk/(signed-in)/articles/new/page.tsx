import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { createArticleAction } from '@/app/(desk)/desk/(signed-in)/articles/new/actions';
import { NewArticleForm } from '@/components/desk/new-article/new-article-form';
import { PageTitle } from '@/components/ui/page-title';
import { requireEditor } from '@/features/access/require-editor';
import { listSectionChoices } from '@/features/sections/list-section-choices';

export const metadata: Metadata = { title: '新建稿件' };

export default async function NewArticlePage() {
  const editor = await requireEditor();
  return (
    <>
      <PageTitle title="新建稿件" note="选好栏目就可以开始写，别的以后都能改。" />
      <NewArticleForm
        action={createArticleAction}
        formKey={randomUUID()}
        sections={await listSectionChoices(editor, 'createArticle')}
      />
    </>
  );
}
