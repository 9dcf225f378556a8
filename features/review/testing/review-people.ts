import type { Editor } from '@/features/access/editor';
import { addEditor } from '@/features/access/testing/newcomers';
import { findArticleRow } from '@/features/articles/article-content';
import { reader } from '@/db/client';
import { createArticle } from '@/features/articles/create-article';
import { saveArticle } from '@/features/articles/save-article';
import { sendArticle } from '@/features/articles/send-article';
import { valueOf } from '@/features/articles/testing/article-acts';
import { finishedContent } from '@/features/articles/testing/desk-articles';
import { approveArticle } from '@/features/review/approve-article';
import type { ArticleContent } from '@/lib/article-content';
import type { Outcome } from '@/lib/problems';
import type { ReviewStage } from '@/lib/review-stage';

/** The four of a small newsroom, and the verbs they use, with what every test says alike filled in. */

export type People = { reporter: Editor; editor: Editor; head: Editor; chief: Editor };

export async function fourPeople(sectionId: number): Promise<People> {
  return {
    reporter: await addEditor('记者沈', ['reporter'], sectionId),
    editor: await addEditor('编辑庄', ['editor'], sectionId),
    head: await addEditor('主任梁', ['departmentHead'], sectionId),
    chief: await addEditor('总编方', ['chiefEditor']),
  };
}

export async function versionOf(articleId: number): Promise<number> {
  return (await findArticleRow(reader(), articleId))!.version;
}

/** Saves over what stands; answers the new version. */
export async function write(
  author: Editor,
  articleId: number,
  sectionId: number,
  headline: string,
  changes: Partial<ArticleContent> = {},
  now = new Date(),
): Promise<number> {
  const saved = await saveArticle(
    author,
    {
      articleId,
      baseVersion: await versionOf(articleId),
      kind: 'save',
      tab: 'tab-of-one-browser',
      content: finishedContent(sectionId, headline, changes),
    },
    now,
  );
  if (!saved.ok) throw new Error(saved.problems[0]?.message);
  return saved.value.version;
}

export async function writeAndSend(author: Editor, sectionId: number, dueAt?: Date): Promise<number> {
  const begun = await createArticle(author, { sectionId, headline: '', formKey: crypto.randomUUID() });
  const { articleId } = valueOf(begun);
  await write(author, articleId, sectionId, '河灯');
  await send(author, articleId, dueAt);
  return articleId;
}

export async function send(author: Editor, articleId: number, dueAt?: Date): Promise<void> {
  const version = await versionOf(articleId);
  valueOf(await sendArticle(author, { articleId, version, assigneeId: null, note: '', dueAt }));
}

export async function approve(
  reviewer: Editor,
  articleId: number,
  stage: ReviewStage,
  now = new Date(),
): Promise<Outcome<{ isComplete: boolean }>> {
  return approveArticle(
    reviewer,
    {
      articleId,
      version: await versionOf(articleId),
      stage,
      opinion: '',
      withProofreading: true,
      andPublish: false,
    },
    now,
  );
}

export async function walk({ editor, head, chief }: People, articleId: number): Promise<void> {
  valueOf(await approve(editor, articleId, 'first'));
  valueOf(await approve(head, articleId, 'second'));
  valueOf(await approve(chief, articleId, 'final'));
}
