import { and, desc, eq, gt, ne } from 'drizzle-orm';
import { z } from 'zod';
import { type Query, tx } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { openArticles, revisions } from '@/db/schema/desk';
import { editors } from '@/db/schema/editors';
import type { Editor } from '@/features/access/editor';
import {
  type ArticleRow,
  getStoredContent,
  getWorkingContent,
  isSameContent,
} from '@/features/articles/article-content';
import {
  getArticleFor,
  problemsOfReferences,
  refuseScheduled,
  refuseWithdrawn,
} from '@/features/articles/editable-article';
import { keepMediaUses, searchableText, storeContent } from '@/features/articles/store-content';
import { isSigned, noteNewText, refreshIfKept } from '@/features/review/keep-review';
import { indexDraft } from '@/features/search/index-article';
import { recordEvent } from '@/features/timeline/record-event';
import { type ArticleContent, articleContentSchema } from '@/lib/article-content';
import type { Problem } from '@/lib/problems';

export const tabField = z.string().regex(/^[\w-]{8,64}$/u);

export const saveForm = z.strictObject({
  articleId: z.int().positive(),
  /** The version that was being edited. */
  baseVersion: z.int().positive(),
  kind: z.enum(['autosave', 'save']),
  tab: tabField,
  content: articleContentSchema,
});

/** What somebody else saved meanwhile. */
export type SaveConflict = {
  version: number;
  content: ArticleContent;
  editorName: string;
  savedAt: Date;
};

export type SaveOutcome =
  | { ok: true; value: { version: number; savedAt: Date } }
  | { ok: false; problems: Problem[]; conflict?: SaveConflict; isTakenOver?: true };

/** Autosaves of one tab within this time are one revision. */
const autosaveSpan = 5 * 60_000;

/**
 * Keeps what is being written. A save that started from an older version is refused with the text that
 * stands now, so that neither is lost. Readers see nothing of it: the row of a live article stays as it is.
 */
export async function saveArticle(
  editor: Editor,
  save: z.output<typeof saveForm>,
  now = new Date(),
): Promise<SaveOutcome> {
  return tx((q) => saveIn(q, editor, save, now));
}

/** The same within a transaction that does more. */
export async function saveIn(
  q: Query,
  editor: Editor,
  save: z.output<typeof saveForm>,
  now: Date,
): Promise<SaveOutcome> {
  const article = await getArticleFor(q, editor, 'editArticle', save.articleId);
  refuseWithdrawn(article);
  await refuseScheduled(q, article.id);
  if (save.kind === 'autosave' && (await wasTakenOver(q, save.articleId, save.tab))) {
    return {
      ok: false,
      isTakenOver: true,
      problems: [{ field: '', message: '这篇稿件已由同事接手，您的文字留在本页，没有自动保存。' }],
    };
  }
  const problems = await problemsOfReferences(q, editor, article, save.content);
  if (problems.length > 0) return { ok: false, problems };
  const newest = await findNewestRevision(q, article.id);
  if (save.baseVersion !== article.version) {
    const isOwnEcho = await changedOnlyBy(q, article.id, save.baseVersion, save.tab);
    if (!isOwnEcho) return refuseStale(q, article, newest);
  }
  const known = newest?.content ?? (await getStoredContent(q, article.id));
  const isSame = isSameContent(known, save.content);
  // Pressing 保存 under a colleague's text makes nobody its author.
  const isOwn = newest === undefined || newest.editorId === editor.id;
  if (isSame && (save.kind === 'autosave' || newest === undefined || newest.kind === 'save' || !isOwn)) {
    return { ok: true, value: { version: article.version, savedAt: newest?.savedAt ?? article.updatedAt } };
  }
  const version = await keepRevision(q, editor, article, newest, save, now);
  await noteNewText(q, editor, article, { version, content: save.content }, now);
  await mirror(q, article, save.content);
  await q.update(articles).set({ version, updatedAt: now }).where(eq(articles.id, article.id));
  await refreshIfKept(q, article.id, now);
  return { ok: true, value: { version, savedAt: now } };
}

type Newest = {
  id: number;
  version: number;
  kind: 'autosave' | 'save';
  tab: string;
  editorId: number | null;
  editorName: string | null;
  createdAt: Date;
  savedAt: Date;
  content: ArticleContent;
};

async function findNewestRevision(q: Query, articleId: number): Promise<Newest | undefined> {
  const [newest] = await q
    .select({
      id: revisions.id,
      version: revisions.version,
      kind: revisions.kind,
      tab: revisions.tab,
      editorId: revisions.editorId,
      editorName: editors.name,
      createdAt: revisions.createdAt,
      savedAt: revisions.savedAt,
      content: revisions.content,
    })
    .from(revisions)
    .leftJoin(editors, eq(editors.id, revisions.editorId))
    .where(eq(revisions.articleId, articleId))
    .orderBy(desc(revisions.version))
    .limit(1);
  return newest;
}

async function wasTakenOver(q: Query, articleId: number, tab: string): Promise<boolean> {
  const [open] = await q
    .select({ yieldedAt: openArticles.yieldedAt })
    .from(openArticles)
    .where(and(eq(openArticles.articleId, articleId), eq(openArticles.tab, tab)));
  return open !== undefined && open.yieldedAt !== null;
}

/** The answer to a save may get lost on its way; then the same tab saves again from the version before. */
async function changedOnlyBy(
  q: Query,
  articleId: number,
  baseVersion: number,
  tab: string,
): Promise<boolean> {
  const later = and(eq(revisions.articleId, articleId), gt(revisions.version, baseVersion));
  const [any] = await q.select({ id: revisions.id }).from(revisions).where(later).limit(1);
  const [foreign] = await q
    .select({ id: revisions.id })
    .from(revisions)
    .where(and(later, ne(revisions.tab, tab)))
    .limit(1);
  return any !== undefined && foreign === undefined;
}

async function refuseStale(q: Query, article: ArticleRow, newest: Newest | undefined): Promise<SaveOutcome> {
  return {
    ok: false,
    problems: [{ field: '', message: '这篇稿件在别处有了新的保存，请对照两份文字后再保存。' }],
    conflict: {
      version: article.version,
      content: newest?.content ?? (await getWorkingContent(q, article.id)),
      editorName: newest?.editorName ?? '',
      savedAt: newest?.savedAt ?? article.updatedAt,
    },
  };
}

/** Answers the new version. A revision that readers see or somebody signed is never written over. */
async function keepRevision(
  q: Query,
  editor: Editor,
  article: ArticleRow,
  newest: Newest | undefined,
  { kind, tab, content }: z.output<typeof saveForm>,
  now: Date,
): Promise<number> {
  const version = article.version + 1;
  const continues =
    newest !== undefined &&
    newest.kind === 'autosave' &&
    newest.tab === tab &&
    newest.editorId === editor.id &&
    newest.version !== article.publishedVersion &&
    now.getTime() - newest.createdAt.getTime() < autosaveSpan &&
    // A text that somebody signed stays as they saw it.
    !(await isSigned(q, article.id, newest.version));
  if (continues) {
    await q
      .update(revisions)
      .set({ version, kind, savedAt: now, content })
      .where(eq(revisions.id, newest.id));
  } else {
    if (newest === undefined) await keepFirstRevision(q, article);
    await q.insert(revisions).values({
      articleId: article.id,
      version,
      kind,
      tab,
      editorId: editor.id,
      createdAt: now,
      savedAt: now,
      content,
    });
  }
  if (!continues || kind === 'save') {
    const subject = content.headline;
    await recordEvent(
      q,
      editor,
      { kind: 'saved', articleId: article.id, sectionId: content.sectionId, version, subject },
      now,
    );
  }
  return version;
}

/** An imported article has no revision until somebody edits it: what it was becomes the first one. */
async function keepFirstRevision(q: Query, article: ArticleRow): Promise<void> {
  await q.insert(revisions).values({
    articleId: article.id,
    version: article.version,
    kind: 'save',
    createdAt: article.updatedAt,
    savedAt: article.updatedAt,
    content: await getStoredContent(q, article.id),
  });
}

/** The row shows what is being written until readers see it; after that it is theirs. */
async function mirror(q: Query, article: ArticleRow, content: ArticleContent): Promise<void> {
  if (article.status === 'published') {
    await keepMediaUses(q, article.id, await getStoredContent(q, article.id), content);
    return;
  }
  await storeContent(q, article.id, content);
  await keepMediaUses(q, article.id, content);
  await indexDraft(q, article.id, searchableText(content));
}
