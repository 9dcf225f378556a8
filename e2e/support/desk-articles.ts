import { randomBytes } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { reader } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { sections } from '@/db/schema/sections';
import type { SignedInEditor } from '@/e2e/support/sign-in';
import type { Editor } from '@/features/access/editor';
import { createArticle } from '@/features/articles/create-article';
import { publishArticle } from '@/features/articles/publish-article';
import { saveArticle } from '@/features/articles/save-article';
import { finishedContent } from '@/features/articles/testing/desk-articles';
import { approveText } from '@/features/review/testing/approve-text';
import type { ArticleContent } from '@/lib/article-content';
import type { EditorRole } from '@/lib/editor-role';

/** States from which journeys at the desk start, made by the same verbs that the desk calls. */

/** Words that no other journey has. */
export const newMark = () => `灯会${randomBytes(4).toString('hex')}`;

export async function sectionIdOf(path: string): Promise<number> {
  const [section] = await reader().select({ id: sections.id }).from(sections).where(eq(sections.path, path));
  return section!.id;
}

/** The person who signed in, as verbs take them. */
export function asEditor(signedIn: SignedInEditor, roles: EditorRole[], sectionId = 1): Editor {
  const { editorId: id, name, email } = signedIn;
  return { id, name, email, roles: roles.map((role) => ({ role, sectionId })) };
}

export async function leaveDraft(
  editor: Editor,
  sectionPath: string,
  headline: string,
  changes: Partial<ArticleContent> = {},
): Promise<{ articleId: number; version: number }> {
  const sectionId = await sectionIdOf(sectionPath);
  const begun = await createArticle(editor, { sectionId, headline, formKey: crypto.randomUUID() });
  if (!begun.ok) throw new Error(begun.problems[0]?.message);
  const { articleId } = begun.value;
  const saved = await saveArticle(editor, {
    articleId,
    baseVersion: 1,
    kind: 'save',
    tab: 'tab-of-the-builder',
    content: finishedContent(sectionId, headline, changes),
  });
  if (!saved.ok) throw new Error(saved.problems[0]?.message);
  return { articleId, version: saved.value.version };
}

export async function leaveLiveArticle(
  editor: Editor,
  sectionPath: string,
  headline: string,
  changes: Partial<ArticleContent> = {},
): Promise<{ articleId: number; version: number }> {
  const draft = await leaveDraft(editor, sectionPath, headline, changes);
  await approveText(draft.articleId);
  const published = await publishArticle(editor, draft);
  if (!published.ok) throw new Error(published.problems[0]?.message);
  return draft;
}

/** What the database holds of an article now. */
export async function rowOf(articleId: number) {
  const [row] = await reader().select().from(articles).where(eq(articles.id, articleId));
  return row;
}

/** A photograph that nobody has uploaded before. */
export function newPhoto(): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };
  return sharp({ create: { width: 900, height: 600, channels: 3, background: '#345', noise } })
    .jpeg()
    .toBuffer();
}

/** Opens the form of an article and waits until its text can be typed into. */
export async function openForm(page: Page, articleId: number): Promise<void> {
  await page.goto(`/desk/articles/${articleId}`);
  await page.getByRole('textbox', { name: '正文' }).waitFor();
}

/** Types at the end of the text. */
export async function typeAtEnd(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: '正文' }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(text);
}

/** Saves what the form holds and has three colleagues sign it, so that the journey can go on to publication. */
export async function saveAndApprove(page: Page, articleId: number): Promise<void> {
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText(/已保存/u)).toBeVisible();
  await approveText(articleId);
}
