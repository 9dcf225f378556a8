import { beforeEach, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { reader } from '@/db/client';
import { readContentVersion } from '@/db/content-version';
import { listings } from '@/db/schema/articles';
import { mediaUses, revisions, timelineEvents } from '@/db/schema/desk';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import type { Editor } from '@/features/access/editor';
import { NotAllowedError } from '@/features/access/permission';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { createArticle } from '@/features/articles/create-article';
import { deleteDraft } from '@/features/articles/delete-draft';
import { discardChanges } from '@/features/articles/discard-changes';
import { findPublishedArticle } from '@/features/articles/find-published-article';
import { getArticleForDesk } from '@/features/articles/get-article-for-desk';
import { closeArticle, keepOpen, takeOver } from '@/features/articles/open-articles';
import { findPreviewedArticle, listPreviews, makePreview, revokePreview } from '@/features/articles/previews';
import { publishArticle } from '@/features/articles/publish-article';
import { returnArticle } from '@/features/articles/return-article';
import { saveArticle } from '@/features/articles/save-article';
import { sendArticle } from '@/features/articles/send-article';
import { addPicture, addSection, finishedContent } from '@/features/articles/testing/desk-articles';
import { unpublishArticle } from '@/features/articles/unpublish-article';
import { approveText } from '@/features/review/testing/approve-text';
import { searchArticles } from '@/features/search/search-articles';
import { paragraph } from '@/lib/article-body';
import type { ArticleContent } from '@/lib/article-content';

useFreshDatabase();

let chief: Editor;
let reporter: Editor;
let town: number;
beforeEach(async () => {
  const root = await rootSectionId();
  town = await addSection(root, 'town');
  chief = await addEditor('总编甲', ['chiefEditor']);
  reporter = await addEditor('记者乙', ['reporter'], town);
});

const tab = 'tab-of-one-browser';
const otherTab = 'tab-of-another-one';

const finished = (headline: string, changes: Partial<ArticleContent> = {}) =>
  finishedContent(town, headline, changes);

async function begin(editor = reporter): Promise<number> {
  const outcome = await createArticle(editor, {
    sectionId: town,
    headline: '',
    formKey: crypto.randomUUID(),
  });
  if (!outcome.ok) throw new Error(outcome.problems[0]!.message);
  return outcome.value.articleId;
}

/** Saves on top of what stands and answers the new version. */
async function save(
  articleId: number,
  content: ArticleContent,
  editor = reporter,
  now?: Date,
): Promise<number> {
  const { version } = await getArticleForDesk(chief, articleId);
  const outcome = await saveArticle(
    editor,
    { articleId, baseVersion: version, kind: 'save', tab, content },
    now,
  );
  if (!outcome.ok) throw new Error(outcome.problems[0]!.message);
  return outcome.value.version;
}

/** Publication of a text whose chain is complete: what the tests below are about comes after it. */
async function publishReviewed(
  editor: Editor,
  form: { articleId: number; version: number },
  now?: Date,
): ReturnType<typeof publishArticle> {
  await approveText(form.articleId, now);
  return publishArticle(editor, form, now);
}

async function kindsOf(articleId: number): Promise<string[]> {
  const events = await reader()
    .select({ kind: timelineEvents.kind })
    .from(timelineEvents)
    .where(eq(timelineEvents.articleId, articleId))
    .orderBy(timelineEvents.id);
  return events.map(({ kind }) => kind);
}

test('a form that is posted twice begins one article', async () => {
  const form = { sectionId: town, headline: '河灯', formKey: crypto.randomUUID() };
  const first = await createArticle(reporter, form);
  expect(await createArticle(reporter, form)).toEqual(first);
  const another = await createArticle(reporter, { ...form, formKey: crypto.randomUUID() });
  expect(another).not.toEqual(first);
});

test('a draft keeps every field and readers see nothing of it', async () => {
  const articleId = await begin();
  const assetId = await addPicture({ uploadedBy: reporter.id });
  const content = finished('步道开放', {
    kicker: '引题',
    subheadline: '副题',
    shortHeadline: '短题',
    abstract: '摘要',
    coverAssetId: assetId,
    sourceUrl: 'https://example.com/a',
    originalHeadline: '原题',
    originalUrl: 'https://example.com/b',
    tags: ['步道', '河岸'],
    credits: [
      { role: 'reporter', name: '沈知渔' },
      { role: 'editor', name: '庄书白' },
    ],
  });
  const before = await readContentVersion();
  await save(articleId, content);
  expect((await getArticleForDesk(reporter, articleId)).content).toEqual(content);
  expect(await findPublishedArticle(articleId)).toBeUndefined();
  expect((await searchArticles('步道')).articles).toEqual([]);
  expect(await readContentVersion()).toBe(before);
});

test('publication shows the article in its lists and the search, and its number is its address', async () => {
  const articleId = await begin();
  const version = await save(articleId, finished('步道开放'));
  const now = new Date('2026-05-04T01:00:00Z');
  expect(await publishReviewed(chief, { articleId, version }, now)).toEqual({
    ok: true,
    value: { publishedAt: now },
  });
  expect(await findPublishedArticle(articleId)).toMatchObject({
    headline: '步道开放',
    publishedAt: now,
    modifiedAt: null,
  });
  expect((await searchArticles('步道')).articles.map(({ id }) => id)).toEqual([articleId]);
  const listed = await reader().select().from(listings).where(eq(listings.articleId, articleId));
  expect(listed).toHaveLength(2);
  expect(await kindsOf(articleId)).toEqual(['created', 'saved', 'published']);
});

test('the same publication twice is one', async () => {
  const articleId = await begin();
  const version = await save(articleId, finished('步道开放'));
  await publishReviewed(chief, { articleId, version });
  const after = await readContentVersion();
  expect(await publishReviewed(chief, { articleId, version })).toMatchObject({ ok: true });
  expect(await readContentVersion()).toBe(after);
  expect(await kindsOf(articleId)).toEqual(['created', 'saved', 'published']);
});

test.each([
  ['no headline', { headline: ' ' }, 'headline'],
  ['no text', { body: { type: 'doc' as const, content: [paragraph('　')] } }, 'body'],
  ['no source', { sourceName: '' }, 'sourceName'],
  ['no editor', { credits: [{ role: 'reporter' as const, name: '沈知渔' }] }, 'credits'],
  [
    'the address of the original without its headline',
    { originalUrl: 'https://example.com/x' },
    'originalHeadline',
  ],
])('%s keeps an article from publication, not from being saved', async (_, lack, field) => {
  const articleId = await begin();
  const version = await save(articleId, finished('步道开放', lack));
  const outcome = await publishReviewed(chief, { articleId, version });
  expect(outcome).toMatchObject({ ok: false, problems: [{ field }] });
  expect(await findPublishedArticle(articleId)).toBeUndefined();
});

test('the portal’s own root is no section to publish in', async () => {
  const articleId = await begin(chief);
  const version = await save(articleId, finished('步道开放', { sectionId: await rootSectionId() }), chief);
  expect(await publishReviewed(chief, { articleId, version })).toMatchObject({
    problems: [{ field: 'sectionId' }],
  });
});

test('a picture without words for the blind or without its maker keeps an article from publication', async () => {
  const articleId = await begin(chief);
  const assetId = await addPicture();
  const image = (alt: string, credit: string) => ({
    type: 'image' as const,
    attrs: { assetId, alt, credit, caption: '' },
  });
  const withImages = (...images: ReturnType<typeof image>[]) =>
    finished('步道开放', { body: { type: 'doc', content: [paragraph('正文。'), ...images] } });
  const bad = await save(articleId, withImages(image('', ''), image('桥', '')), chief);
  const refused = await publishReviewed(chief, { articleId, version: bad });
  expect(refused.ok ? [] : refused.problems.map(({ field }) => field)).toEqual([
    'body.1',
    'body.1',
    'body.2',
  ]);
  const good = await save(articleId, withImages(image('桥', '贺长空')), chief);
  expect(await publishReviewed(chief, { articleId, version: good })).toMatchObject({ ok: true });
});

test('readers keep the old text of a live article until the new one is published', async () => {
  const articleId = await begin();
  const first = new Date('2026-05-04T01:00:00Z');
  await publishReviewed(chief, { articleId, version: await save(articleId, finished('旧标题')) }, first);
  const waiting = await readContentVersion();
  const version = await save(articleId, finished('新标题', { sectionId: town }), chief);
  expect(await findPublishedArticle(articleId)).toMatchObject({ headline: '旧标题' });
  expect((await searchArticles('新标题')).articles).toEqual([]);
  expect(await readContentVersion()).toBe(waiting);
  expect((await getArticleForDesk(chief, articleId)).content.headline).toBe('新标题');
  const second = new Date('2026-05-05T01:00:00Z');
  await publishReviewed(chief, { articleId, version }, second);
  expect(await findPublishedArticle(articleId)).toMatchObject({
    headline: '新标题',
    publishedAt: first,
    modifiedAt: second,
  });
  expect((await searchArticles('旧标题')).articles).toEqual([]);
  expect(await kindsOf(articleId)).toEqual(['created', 'saved', 'published', 'saved', 'updated']);
});

test('a live article moves to another section with its update, and stands in one section only', async () => {
  const lake = await addSection(await rootSectionId(), 'lake');
  const articleId = await begin();
  await publishReviewed(chief, { articleId, version: await save(articleId, finished('步道')) });
  const version = await save(articleId, finished('步道', { sectionId: lake }), chief);
  await publishReviewed(chief, { articleId, version });
  const listed = await reader().select().from(listings).where(eq(listings.articleId, articleId));
  expect(listed.map(({ sectionId }) => sectionId).toSorted()).toEqual(
    [await rootSectionId(), lake].toSorted(),
  );
});

test('what is taken off the site is gone for readers, and comes back with its first time', async () => {
  const articleId = await begin();
  const first = new Date('2026-05-04T01:00:00Z');
  await publishReviewed(chief, { articleId, version: await save(articleId, finished('步道')) }, first);
  const before = await readContentVersion();
  expect(await unpublishArticle(chief, { articleId, note: '核实中' })).toEqual({
    ok: true,
    value: undefined,
  });
  expect(await readContentVersion()).toBeGreaterThan(before);
  expect(await findPublishedArticle(articleId)).toBeUndefined();
  expect((await searchArticles('步道')).articles).toEqual([]);
  expect(await reader().select().from(listings).where(eq(listings.articleId, articleId))).toEqual([]);
  expect(await unpublishArticle(chief, { articleId, note: '' })).toMatchObject({ ok: false });
  const { version } = await getArticleForDesk(chief, articleId);
  await publishReviewed(chief, { articleId, version }, new Date('2026-06-01T01:00:00Z'));
  expect(await findPublishedArticle(articleId)).toMatchObject({ publishedAt: first });
});

test('a stale save is refused with the text that stands, and changes nothing', async () => {
  const articleId = await begin();
  const base = await save(articleId, finished('第一稿'));
  await saveArticle(chief, {
    articleId,
    baseVersion: base,
    kind: 'save',
    tab: otherTab,
    content: finished('总编的改动'),
  });
  const refused = await saveArticle(reporter, {
    articleId,
    baseVersion: base,
    kind: 'autosave',
    tab,
    content: finished('记者的改动'),
  });
  expect(refused).toMatchObject({
    ok: false,
    conflict: { version: base + 1, content: { headline: '总编的改动' }, editorName: '总编甲' },
  });
  expect((await getArticleForDesk(chief, articleId)).content.headline).toBe('总编的改动');
});

test('a save whose answer was lost may be sent again with more text, by the same tab only', async () => {
  const articleId = await begin();
  const base = await save(articleId, finished('第一稿'));
  const send = (from: string, headline: string) =>
    saveArticle(reporter, {
      articleId,
      baseVersion: base,
      kind: 'autosave',
      tab: from,
      content: finished(headline),
    });
  expect(await send(tab, '写了一半')).toMatchObject({ ok: true, value: { version: base + 1 } });
  expect(await send(tab, '写完了')).toMatchObject({ ok: true, value: { version: base + 2 } });
  expect(await send(otherTab, '另一页')).toMatchObject({ ok: false, conflict: { version: base + 2 } });
});

test('autosaves of one tab within five minutes are one revision, and none is written over that readers see', async () => {
  const articleId = await begin(chief);
  const start = new Date('2026-05-04T01:00:00Z');
  let version = 1;
  const autosave = async (headline: string, minutes: number) => {
    const now = new Date(start.getTime() + minutes * 60_000);
    const outcome = await saveArticle(
      chief,
      { articleId, baseVersion: version, kind: 'autosave', tab, content: finished(headline) },
      now,
    );
    if (!outcome.ok) throw new Error('refused');
    version = outcome.value.version;
  };
  const count = async () =>
    (await reader().select().from(revisions).where(eq(revisions.articleId, articleId))).length;
  await autosave('甲', 0);
  await autosave('乙', 1);
  await autosave('丙', 4);
  expect(await count()).toBe(2);
  await autosave('丁', 6);
  expect(await count()).toBe(3);
  await publishReviewed(chief, { articleId, version });
  await autosave('戊', 7);
  expect(await count()).toBe(4);
  expect(await findPublishedArticle(articleId)).toMatchObject({ headline: '丁' });
});

test('an unchanged text is no new version', async () => {
  const articleId = await begin();
  const version = await save(articleId, finished('步道'));
  expect(await save(articleId, finished('步道'))).toBe(version);
});

test('a stale publication is refused: what was not seen is not published', async () => {
  const articleId = await begin();
  const version = await save(articleId, finished('看过的'));
  await save(articleId, finished('没看过的'));
  expect(await publishReviewed(chief, { articleId, version })).toMatchObject({ ok: false });
  expect(await findPublishedArticle(articleId)).toBeUndefined();
});

test('changes of a live article can be given up', async () => {
  const articleId = await begin();
  await publishReviewed(chief, { articleId, version: await save(articleId, finished('发布的')) });
  const version = await save(articleId, finished('不要的'));
  expect(await discardChanges(reporter, { articleId, version })).toMatchObject({ ok: true });
  const article = await getArticleForDesk(chief, articleId);
  expect(article.content.headline).toBe('发布的');
  expect(article.version).toBe(article.publishedVersion);
});

test('only what was never published can be deleted, and its timeline stays', async () => {
  const articleId = await begin();
  const version = await save(articleId, finished('草稿'));
  expect(await deleteDraft(reporter, { articleId, version: version - 1 })).toMatchObject({ ok: false });
  expect(await deleteDraft(reporter, { articleId, version })).toMatchObject({ ok: true });
  await expect(getArticleForDesk(chief, articleId)).rejects.toThrow(NotAllowedError);
  expect(await kindsOf(articleId)).toEqual(['created', 'saved', 'deleted']);
  const live = await begin();
  const shown = await save(live, finished('发布的'));
  await publishReviewed(chief, { articleId: live, version: shown });
  expect(await deleteDraft(chief, { articleId: live, version: shown })).toMatchObject({ ok: false });
});

test('a draft is sent to a colleague and comes back with a reason', async () => {
  const articleId = await begin();
  const version = await save(articleId, finished('送审稿'));
  await sendArticle(reporter, { articleId, version, assigneeId: chief.id, note: '请看' });
  expect(await getArticleForDesk(chief, articleId)).toMatchObject({
    status: 'inReview',
    assigneeName: '总编甲',
  });
  await returnArticle(chief, { articleId, note: '标题不准' });
  expect(await getArticleForDesk(chief, articleId)).toMatchObject({
    status: 'draft',
    assigneeName: '记者乙',
  });
});

test('each picture of the draft and of the live text is known as used', async () => {
  const articleId = await begin(chief);
  const [one, two] = [await addPicture({ alt: '桥', credit: '贺' }), await addPicture()];
  const uses = async () =>
    (await reader().select().from(mediaUses).where(eq(mediaUses.articleId, articleId)))
      .map(({ assetId }) => assetId)
      .toSorted();
  await publishReviewed(chief, {
    articleId,
    version: await save(articleId, finished('一', { coverAssetId: one }), chief),
  });
  await save(articleId, finished('二', { coverAssetId: two }), chief);
  expect(await uses()).toEqual([one, two].toSorted());
  expect(await save(articleId, finished('三'), chief)).toBeGreaterThan(1);
  expect(await uses()).toEqual([one]);
});

test('a 通讯员 cannot use another’s picture, which an editor of the same article may', async () => {
  const correspondent = await addEditor('通讯员丙', ['correspondent'], town);
  const articleId = await begin(correspondent);
  const foreign = await addPicture({ uploadedBy: chief.id });
  const content = finished('借图', { coverAssetId: foreign });
  const attempt = (editor: Editor) =>
    saveArticle(editor, { articleId, baseVersion: 1, kind: 'save', tab, content });
  expect(await attempt(correspondent)).toMatchObject({ ok: false, problems: [{ field: 'coverAssetId' }] });
  expect(await attempt(chief)).toMatchObject({ ok: true });
});

test('a section below which one may not write is no target', async () => {
  const lake = await addSection(await rootSectionId(), 'lake');
  const articleId = await begin();
  await expect(
    saveArticle(reporter, {
      articleId,
      baseVersion: 1,
      kind: 'save',
      tab,
      content: finished('越界', { sectionId: lake }),
    }),
  ).rejects.toThrow(NotAllowedError);
});

test('whoever takes over stops the autosaves of the others and nothing else', async () => {
  const articleId = await begin();
  await keepOpen(reporter, { articleId, tab });
  const seen = await keepOpen(chief, { articleId, tab: otherTab });
  expect(seen.others).toMatchObject([{ name: '记者乙', isSelf: false }]);
  await takeOver(chief, { articleId, tab: otherTab });
  expect(await keepOpen(reporter, { articleId, tab })).toMatchObject({ takenOverBy: '总编甲' });
  const attempt = (kind: 'autosave' | 'save') =>
    saveArticle(reporter, { articleId, baseVersion: 1, kind, tab, content: finished('还在写') });
  expect(await attempt('autosave')).toMatchObject({ ok: false, isTakenOver: true });
  expect(await attempt('save')).toMatchObject({ ok: true });
  await closeArticle(chief, { articleId, tab: otherTab });
  expect((await takeOver(reporter, { articleId, tab })).takenOverBy).toBeUndefined();
});

test('a tab that was not heard of for half a minute has gone', async () => {
  const articleId = await begin();
  const start = new Date('2026-05-04T01:00:00Z');
  await keepOpen(reporter, { articleId, tab }, start);
  const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);
  expect((await keepOpen(chief, { articleId, tab: otherTab }, later(29))).others).toHaveLength(1);
  expect((await keepOpen(chief, { articleId, tab: otherTab }, later(31))).others).toEqual([]);
});

test('a preview link shows its one article until it is revoked or expires', async () => {
  const articleId = await begin();
  await save(articleId, finished('预览稿'));
  const now = new Date('2026-05-04T01:00:00Z');
  const made = await makePreview(reporter, { articleId, days: 2 }, now);
  if (!made.ok) throw new Error('refused');
  const token = made.value.address.split('/').at(-1)!;
  expect(await findPreviewedArticle(token, now)).toMatchObject({ id: articleId, headline: '预览稿' });
  expect(await findPreviewedArticle(`${token}x`, now)).toBeUndefined();
  expect(await findPreviewedArticle(token, made.value.expiresAt)).toBeUndefined();
  const [open] = await listPreviews(reporter, articleId, now);
  await revokePreview(reporter, { articleId, previewId: open!.id }, now);
  expect(await findPreviewedArticle(token, now)).toBeUndefined();
  expect(await listPreviews(reporter, articleId, now)).toEqual([]);
});

test('another article’s preview is not revoked from this one', async () => {
  const [articleId, other] = [await begin(), await begin()];
  await makePreview(reporter, { articleId, days: 1 });
  const [open] = await listPreviews(reporter, articleId);
  await revokePreview(reporter, { articleId: other, previewId: open!.id });
  expect(await listPreviews(reporter, articleId)).toHaveLength(1);
});
