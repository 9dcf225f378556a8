import { beforeEach, expect, test } from 'vitest';
import { reader } from '@/db/client';
import { styleIgnores, styleReports } from '@/db/schema/house-style';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import type { Editor } from '@/features/access/editor';
import { NotAllowedError } from '@/features/access/permission';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { createArticle } from '@/features/articles/create-article';
import { publishArticle } from '@/features/articles/publish-article';
import { saveArticle } from '@/features/articles/save-article';
import { sendArticle } from '@/features/articles/send-article';
import { valueOf } from '@/features/articles/testing/article-acts';
import { addSection, finishedContent } from '@/features/articles/testing/desk-articles';
import { addStyleRule } from '@/features/house-style/add-style-rule';
import { switchStyleRule } from '@/features/house-style/change-style-rule';
import { importStarterRules } from '@/features/house-style/exchange-style-rules';
import { findStyleReport, getArticleStyle } from '@/features/house-style/get-article-style';
import { ignoreFinding, restoreFinding } from '@/features/house-style/ignore-finding';
import { approveText } from '@/features/review/testing/approve-text';
import { paragraph, subhead } from '@/lib/article-body';
import type { ArticleContent } from '@/lib/article-content';
import { StyleChecker } from '@/lib/style-checker';
import { checkContent } from '@/lib/style-content';

useFreshDatabase();

let chief: Editor;
let town: number;
let street: number;
let sea: number;

beforeEach(async () => {
  const root = await rootSectionId();
  town = await addSection(root, 'town');
  street = await addSection(town, 'town/street');
  sea = await addSection(root, 'sea');
  chief = await addEditor('总编甲', ['chiefEditor']);
  await importStarterRules(chief);
});

async function draft(changes: Partial<ArticleContent> = {}, sectionId = street) {
  const formKey = crypto.randomUUID();
  const { articleId } = valueOf(await createArticle(chief, { sectionId, headline: '', formKey }));
  return save(articleId, 1, changes, sectionId);
}

async function save(
  articleId: number,
  baseVersion: number,
  changes: Partial<ArticleContent>,
  sectionId = street,
) {
  const content = finishedContent(sectionId, '河灯亮了', changes);
  const request = { articleId, baseVersion, kind: 'save' as const, tab: 'tab-of-one-browser', content };
  const saved = await saveArticle(chief, request);
  if (!saved.ok) throw new Error(saved.problems[0]!.message);
  return { articleId, version: saved.value.version, content };
}

const body = (...texts: string[]): Partial<ArticleContent> => ({
  body: { type: 'doc', content: texts.map(paragraph) },
});

const send = ({ articleId, version }: { articleId: number; version: number }) =>
  sendArticle(chief, { articleId, version, assigneeId: null, note: '' });

async function findingsOf(articleId: number, content: ArticleContent) {
  const { rules } = await getArticleStyle(chief, articleId);
  return checkContent(new StyleChecker(rules), content);
}

test('what must be changed stops sending and publishing with a sentence that names the words', async () => {
  const faulty = await draft({ ...body('平常的一段。', '网友说牛逼，说完走了。'), headline: '包治百病的茶' });
  const expected = {
    ok: false,
    problems: [
      { field: 'headline', message: expect.stringMatching(/^“包治百病”必须改：.+请改写。$/u) },
      { field: 'body.1', message: expect.stringMatching(/^“牛逼”必须改：.+请改写。$/u) },
    ],
  };
  expect(await send(faulty)).toEqual(expected);
  expect(await publishArticle(chief, faulty)).toEqual(expected);
  expect(await reader().select().from(styleReports)).toEqual([]);
  const mended = await save(faulty.articleId, faulty.version, body('平常的一段。', '网友说很好。'));
  expect(await send(mended)).toMatchObject({ ok: true });
  await approveText(mended.articleId);
  expect(await publishArticle(chief, mended)).toMatchObject({ ok: true });
});

test('a change of a live article is stopped as well, and readers keep what they have', async () => {
  const live = await draft();
  await approveText(live.articleId);
  expect(await publishArticle(chief, live)).toMatchObject({ ok: true });
  const changed = await save(live.articleId, live.version, { abstract: '傻逼才信' });
  expect(await publishArticle(chief, changed)).toMatchObject({
    ok: false,
    problems: [{ field: 'abstract' }],
  });
  expect(await send(changed)).toMatchObject({ ok: false });
});

test('a rule of a section stops its articles and those below, not those of others', async () => {
  const rule = {
    kind: 'word' as const,
    text: '开放',
    message: '本栏目不用',
    replacement: null,
    level: 'block' as const,
    category: 'banned' as const,
    exceptions: [],
    skips: [],
    isEnabled: true,
  };
  const { ruleId } = valueOf(await addStyleRule(chief, { ...rule, sectionId: town }));
  const inside = await draft({}, street);
  expect(await send(inside)).toMatchObject({ ok: false });
  expect(await send(await draft({}, sea))).toMatchObject({ ok: true });
  await switchStyleRule(chief, { ruleId, version: 1, isEnabled: false });
  expect(await send(inside)).toMatchObject({ ok: true });
});

test('twelve planted faults are twelve findings in the report, a clean text has none', async () => {
  const faulty = await draft({
    kicker: '据报导',
    headline: '大部份渡口已修茸',
    abstract: '共２０人参加,天气很好',
    tags: ['气侯'],
    body: {
      type: 'doc',
      content: [
        subhead('残废人也能乘船', '迫不急待'),
        paragraph('按装完成后，截止目前增长百分之12。'),
        { type: 'quote', content: [paragraph('他想了想...')] },
      ],
    },
  });
  expect(await send(faulty)).toMatchObject({ ok: true });
  const report = await findStyleReport(chief, faulty.articleId);
  expect(report!.findings.map(({ field, words }) => `${field} ${words}`)).toEqual([
    'kicker 报导',
    'headline 部份',
    'headline 修茸',
    'abstract ２０',
    'abstract ,',
    'body.0 残废人',
    'body.0 迫不急待',
    'body.1 按装',
    'body.1 截止目前',
    'body.1 百分之12',
    'body.2 ...',
    'tags.0 气侯',
  ]);
  expect(report).toMatchObject({ version: faulty.version, editorName: '总编甲', isOutdated: false });
  const clean = await draft();
  expect(await send(clean)).toMatchObject({ ok: true });
  expect(await findStyleReport(chief, clean.articleId)).toMatchObject({ findings: [], ignored: [] });
});

test('the report says when the text has been changed since it was checked', async () => {
  const sent = await draft(body('大部份渡口。'));
  await send(sent);
  await save(sent.articleId, sent.version, body('大部份渡口。', '又一段。'));
  expect(await findStyleReport(chief, sent.articleId)).toMatchObject({
    version: sent.version,
    isOutdated: true,
  });
  const outsider = await addEditor('外人', []);
  await expect(findStyleReport(outsider, sent.articleId)).rejects.toBeInstanceOf(NotAllowedError);
});

test('what is ignored goes into the report with its reason, and comes back when it is restored', async () => {
  const sent = await draft(body('古籍里写作“部份”，大部份人不知道。'));
  const [first, second] = await findingsOf(sent.articleId, sent.content);
  expect(first!.key).not.toBe(second!.key);
  const { articleId } = sent;
  await ignoreFinding(chief, { articleId, key: first!.key, reason: '引用原文' });
  await send(sent);
  expect(await findStyleReport(chief, articleId)).toMatchObject({
    findings: [{ words: '部份', before: second!.before }],
    ignored: [{ words: '部份', reason: '引用原文', ignoredBy: '总编甲', before: first!.before }],
  });
  await restoreFinding(chief, { articleId, key: first!.key });
  await send(sent);
  expect((await findStyleReport(chief, articleId))!.ignored).toEqual([]);
  expect(await reader().select().from(styleIgnores)).toEqual([]);
});

test('what must be changed cannot be ignored, what is not there neither, and not by whoever may not edit', async () => {
  const sent = await draft(body('网友说牛逼，大部份。'));
  const [block, warn] = await findingsOf(sent.articleId, sent.content);
  const { articleId } = sent;
  expect(await ignoreFinding(chief, { articleId, key: block!.key, reason: '想留' })).toMatchObject({
    ok: false,
    problems: [{ message: expect.stringContaining('必改') }],
  });
  expect(await ignoreFinding(chief, { articleId, key: '[1]', reason: '想留' })).toMatchObject({ ok: false });
  const reporter = await addEditor('记者乙', ['reporter']);
  const request = { articleId, key: warn!.key, reason: '想留' };
  await expect(ignoreFinding(reporter, request)).rejects.toBeInstanceOf(NotAllowedError);
  await expect(restoreFinding(reporter, request)).rejects.toBeInstanceOf(NotAllowedError);
  expect(await reader().select().from(styleIgnores)).toEqual([]);
});
