import { and, eq, inArray } from 'drizzle-orm';
import type { Query, Reader } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { mediaUses } from '@/db/schema/desk';
import { mediaAssets } from '@/db/schema/media-assets';
import { schedules } from '@/db/schema/schedules';
import { sections } from '@/db/schema/sections';
import type { Editor } from '@/features/access/editor';
import { demand, mayAnywhere, NotAllowedError } from '@/features/access/permission';
import type { DeskVerb } from '@/features/access/role-verbs';
import { type ArticleRow, findArticleRow } from '@/features/articles/article-content';
import { type ArticleContent, assetIdsOfContent } from '@/lib/article-content';
import { formatDateTime } from '@/lib/dates';
import { PlainError, type Problem } from '@/lib/problems';

/**
 * The article a verb is about, after asking whether the editor may. One that does not exist and one the
 * editor may not see answer alike, so that numbers tell nobody which drafts there are.
 */
export async function getArticleFor(
  q: Reader,
  editor: Editor,
  verb: DeskVerb,
  articleId: number,
): Promise<ArticleRow> {
  const article = await findArticleRow(q, articleId);
  if (article === undefined) throw new NotAllowedError(verb);
  await demand(q, editor, verb, { sectionId: article.sectionId, ownerId: article.createdBy });
  return article;
}

/** A withdrawn article stays as it was; its text is part of the record. */
export function refuseWithdrawn({ status }: ArticleRow): void {
  if (status === 'withdrawn') throw new PlainError('这篇稿件已经撤稿，不能再修改。');
}

/** Nothing makes an article public before its embargo ends, whoever asks. */
export function refuseEmbargoed({ embargoUntil }: ArticleRow, at: Date): void {
  if (embargoUntil !== null && at < embargoUntil) {
    throw new PlainError(`这篇稿件禁发至 ${formatDateTime(embargoUntil)}（北京时间），到时才能发布。`);
  }
}

/** What waits for its time was looked at as it is: it is changed only after the time was cancelled. */
export async function refuseScheduled(q: Reader, articleId: number): Promise<void> {
  const [waiting] = await q
    .select({ dueAt: schedules.dueAt })
    .from(schedules)
    .where(
      and(eq(schedules.articleId, articleId), eq(schedules.kind, 'publish'), eq(schedules.state, 'waiting')),
    );
  if (waiting !== undefined) {
    throw new PlainError(
      `这篇稿件定于 ${formatDateTime(waiting.dueAt)}（北京时间）发布，不能再改。要修改，请先取消定时发布。`,
    );
  }
}

/**
 * Whether what the content refers to is there and the editor may refer to it: its section, and pictures
 * that are in the library they may look into, their own, or in this article already.
 */
export async function problemsOfReferences(
  q: Query,
  editor: Editor,
  article: Pick<ArticleRow, 'id' | 'sectionId' | 'createdBy'>,
  content: ArticleContent,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  if (content.sectionId !== article.sectionId) {
    const [section] = await q
      .select({ id: sections.id })
      .from(sections)
      .where(eq(sections.id, content.sectionId));
    if (section === undefined) return [{ field: 'sectionId', message: '所选的栏目已不存在，请重新选择。' }];
    await demand(q, editor, 'createArticle', { sectionId: content.sectionId, ownerId: article.createdBy });
  }
  const wanted = assetIdsOfContent(content);
  if (wanted.length > 1000) return [{ field: 'body', message: '一篇稿件最多用 1000 张图片。' }];
  if (wanted.length > 0) {
    const found = await q
      .select({ id: mediaAssets.id, uploadedBy: mediaAssets.uploadedBy })
      .from(mediaAssets)
      .where(inArray(mediaAssets.id, wanted));
    const used = await q
      .select({ assetId: mediaUses.assetId })
      .from(mediaUses)
      .where(eq(mediaUses.articleId, article.id));
    const isUsed = new Set(used.map(({ assetId }) => assetId));
    const seesAll = mayAnywhere(editor, 'viewPictures');
    const usable = new Set(
      found
        .filter(({ id, uploadedBy }) => seesAll || uploadedBy === editor.id || isUsed.has(id))
        .map(({ id }) => id),
    );
    const missing = wanted.filter((id) => !usable.has(id));
    if (missing.length > 0) {
      problems.push({
        field: missing.includes(content.coverAssetId ?? 0) ? 'coverAssetId' : 'body',
        message: `有 ${missing.length} 张图片不在图片库里，请重新选择或上传。`,
      });
    }
  }
  return problems;
}

/** Every change of an article is seen by its queue. */
export async function touch(
  q: Query,
  articleId: number,
  change: Partial<typeof articles.$inferInsert>,
  now: Date,
): Promise<void> {
  await q
    .update(articles)
    .set({ ...change, updatedAt: now })
    .where(eq(articles.id, articleId));
}
