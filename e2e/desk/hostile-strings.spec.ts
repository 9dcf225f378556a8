import { expect, test } from '@playwright/test';
import { asEditor, openForm, sectionIdOf } from '@/e2e/support/desk-articles';
import { hostileStrings } from '@/e2e/support/hostile-strings';
import { signInAs } from '@/e2e/support/sign-in';
import { watchForRunning } from '@/e2e/support/watch-for-running';
import type { Editor } from '@/features/access/editor';
import { createArticle } from '@/features/articles/create-article';
import { makePreview } from '@/features/articles/previews';
import { publishArticle } from '@/features/articles/publish-article';
import { approveText } from '@/features/review/testing/approve-text';
import { saveArticle } from '@/features/articles/save-article';
import { addPicture, finishedContent } from '@/features/articles/testing/desk-articles';
import { valueOf } from '@/features/articles/testing/article-acts';
import { type Block, type Paragraph, paragraph } from '@/lib/article-body';
import { type ArticleContent, articleContentSchema } from '@/lib/article-content';
import type { Outcome } from '@/lib/problems';

/* Every hostile text through every field, looked at where people look; nothing runs, nothing is lost. */

/** Texts joined until they would not fit any more. What does not fit alone is left out. */
function packed(limit: number, isTaken: (text: string) => boolean): string[] {
  const packs: string[] = [];
  let pack = '';
  for (const text of hostileStrings.filter((one) => one.length <= limit && isTaken(one))) {
    const longer = pack === '' ? text : `${pack} ${text}`;
    if (longer.length <= limit) pack = longer;
    else {
      packs.push(pack);
      pack = text;
    }
  }
  return [...packs, pack];
}

const shape = articleContentSchema.shape;
const isLine = (text: string) => shape.headline.safeParse(text).success;
const lines = packed(200, isLine);
const shortLines = packed(60, isLine);
const sources = packed(100, isLine);
const abstracts = packed(1000, (text) => shape.abstract.safeParse(text).success);
const names = hostileStrings.filter((name) => shape.credits.safeParse([{ role: 'reporter', name }]).success);
const tags = hostileStrings.filter((tag) => shape.tags.safeParse([tag]).success);
const paths = hostileStrings
  .filter((one) => one.length < 500)
  .map((one) => one.replaceAll(/[\s\p{Cc}]/gu, ''));

const groups = Array.from({ length: lines.length }, (_, index) => index);

const slice = <Item>(items: readonly Item[], index: number): Item[] =>
  items.filter((_, position) => position % groups.length === index);
const turn = <Item>(items: readonly Item[], index: number): Item => items[index % items.length]!;

function blocksOf(text: string, assetId: number): Block[] {
  const own: [Paragraph] = [paragraph(text)];
  const cut = (limit: number) => [...text].slice(0, Math.floor(limit / 2)).join('');
  const picture = {
    type: 'image' as const,
    attrs: { assetId, alt: cut(300) || '图', caption: cut(1000), credit: cut(200) || '人' },
  };
  return [
    ...own,
    {
      type: 'paragraph',
      content: [
        { type: 'text', text, marks: [{ type: 'strong' }, { type: 'emphasis' }] },
        { type: 'lineBreak' },
        {
          type: 'text',
          text,
          marks: [
            { type: 'link', attrs: { href: `https://a.example/${cut(500).replaceAll(/[\s\p{Cc}]/gu, '')}` } },
          ],
        },
      ],
    },
    { type: 'subhead', content: [{ type: 'subheadLine', content: [{ type: 'text', text: cut(400) }] }] },
    picture,
    { type: 'gallery', content: [picture, picture] },
    { type: 'quote', content: own },
    { type: 'list', attrs: { ordered: true }, content: [{ type: 'listItem', content: own }] },
    {
      type: 'table',
      attrs: { caption: cut(200) },
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableHeader', content: own },
            { type: 'tableCell', content: own },
          ],
        },
      ],
    },
    { type: 'note', attrs: { label: cut(20) }, content: own },
  ];
}

function contentOf(index: number, sectionId: number, assetId: number): ArticleContent {
  return finishedContent(sectionId, lines[index]!, {
    kicker: turn(lines, index + 1),
    subheadline: turn(lines, index + 2),
    originalHeadline: turn(lines, index + 3),
    shortHeadline: turn(shortLines, index),
    abstract: turn(abstracts, index),
    sourceName: turn(sources, index),
    sourceUrl: `https://a.example/${turn(paths, index)}`,
    originalUrl: `https://a.example/${turn(paths, index + groups.length)}`,
    tags: slice(tags, index).slice(0, 20),
    credits: [
      { role: 'editor', name: turn(names, index) },
      ...slice(names, index).map((name) => ({ role: 'reporter' as const, name })),
    ],
    body: { type: 'doc', content: slice(hostileStrings, index).flatMap((text) => blocksOf(text, assetId)) },
  });
}

async function write(editor: Editor, content: ArticleContent) {
  const { sectionId } = content;
  const begun = await createArticle(editor, { sectionId, headline: '', formKey: crypto.randomUUID() });
  const { articleId } = valueOf(begun);
  const parsed = articleContentSchema.parse(content);
  const form = {
    articleId,
    baseVersion: 1,
    kind: 'save' as const,
    tab: 'tab-of-the-builder',
    content: parsed,
  };
  const { version } = valueOf((await saveArticle(editor, form)) as Outcome<{ version: number }>);
  return { articleId, version };
}

test('there are more than a hundred and fifty texts, and every one is in some field', () => {
  expect(new Set(hostileStrings).size).toBeGreaterThan(150);
  const all = groups.flatMap((index) => slice(hostileStrings, index));
  expect(all.toSorted()).toEqual(hostileStrings.toSorted());
  expect(lines.join(' ').length).toBeGreaterThan(5000);
});

test('what runs is noticed', async ({ page }) => {
  const { happened } = await watchForRunning(page);
  await page.goto('about:blank');
  await page.setContent(hostileStrings.filter((text) => text.length < 200).join(' '));
  await expect.poll(() => happened.some((one) => one.startsWith('ran on'))).toBe(true);
  // The policy of readers' pages would refuse it, and that is noticed, too.
  await page.goto('/');
  await page.evaluate(() => {
    const button = document.createElement('button');
    button.setAttribute('onclick', 'hostile(1)');
    document.body.append(button);
    button.click();
  });
  await expect.poll(() => happened.some((one) => one.startsWith('script-src'))).toBe(true);
});

const parts = 4;
for (const part of Array.from({ length: parts }, (_, index) => index)) {
  test(`hostile texts are only texts: form, preview, link, page (${part + 1}/${parts})`, async ({ page }) => {
    test.setTimeout(120_000);
    const { happened } = await watchForRunning(page);
    const chief = asEditor(await signInAs(page, ['chiefEditor']), ['chiefEditor']);
    const sectionId = await sectionIdOf('town/express');
    const assetId = await addPicture({ alt: lines[part], credit: lines[part + 1] });
    for (const index of groups.filter((one) => one % parts === part)) {
      const content = contentOf(index, sectionId, assetId);
      const draft = await write(chief, content);
      const { address } = valueOf(await makePreview(chief, { articleId: draft.articleId, days: 1 }));

      await openForm(page, draft.articleId);
      await expect(page.getByLabel('标题', { exact: true })).toHaveValue(content.headline);
      await page.getByRole('button', { name: '预览', exact: true }).click();
      await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toHaveText(
        content.headline,
        {
          useInnerText: false,
        },
      );

      await page.goto(address);
      await expect(page.locator('h1')).toHaveCount(1);
      await approveText(draft.articleId);
      valueOf(await publishArticle(chief, draft));
      await expect(async () => {
        expect((await page.goto(`/article/${draft.articleId}`))!.status()).toBe(200);
      }).toPass();
      // As it was typed, to the letter.
      expect(await page.locator('h1').textContent()).toBe(content.headline);
      expect(await page.locator('.kicker').textContent()).toBe(content.kicker);
      expect(await page.locator('.subheadline').textContent()).toBe(content.subheadline);
      const shown = await page.locator('.article-body > p').allTextContents();
      for (const text of slice(hostileStrings, index)) expect(shown).toContain(text);
      const links = await page
        .locator('main a')
        .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).protocol));
      expect(links.filter((protocol) => !/^(?:https?|mailto):$/u.test(protocol))).toEqual([]);
      expect(happened).toEqual([]);
    }
  });
}

test('hostile texts are only texts: lists, search, queue, audit', async ({ page }) => {
  test.setTimeout(90_000);
  const { happened } = await watchForRunning(page);
  const chief = asEditor(await signInAs(page, ['chiefEditor']), ['chiefEditor']);
  const sectionId = await sectionIdOf('town/express');
  const assetId = await addPicture();
  for (const index of groups) {
    const draft = await write(chief, {
      ...contentOf(index, sectionId, assetId),
      body: finishedContent(1, '').body,
    });
    if (index % 2 !== 0) continue;
    await approveText(draft.articleId);
    valueOf(await publishArticle(chief, draft));
  }
  const words = encodeURIComponent;
  for (const address of [
    '/',
    '/latest',
    '/town/express',
    '/town/express?page=2',
    '/town',
    '/desk',
    '/desk?queue=drafts',
    '/desk?queue=live',
    '/desk/audit',
    '/desk/media',
    ...hostileStrings
      .filter((text) => text.length < 200 && /[<"'$`{]/u.test(text))
      .filter((_, at) => at % 5 === 0)
      .flatMap((text) => [`/search?q=${words(text)}`, `/desk?words=${words(text)}`]),
    `/search?q=${words('长'.repeat(1000))}`,
  ]) {
    const answer = await page.goto(address);
    expect([address, answer!.status() < 500]).toEqual([address, true]);
    await page.waitForLoadState('load');
    expect(happened).toEqual([]);
  }
});

test('hostile texts are only texts: two versions side by side', async ({ page }) => {
  test.setTimeout(90_000);
  const { happened } = await watchForRunning(page);
  const chief = asEditor(await signInAs(page, ['chiefEditor']), ['chiefEditor']);
  const sectionId = await sectionIdOf('town/express');
  const assetId = await addPicture();
  for (const index of groups.filter((one) => one % 16 === 0)) {
    const draft = await write(chief, contentOf(index, sectionId, assetId));
    await openForm(page, draft.articleId);
    const theirs = { ...contentOf((index + 1) % groups.length, sectionId, assetId), sectionId };
    valueOf(
      (await saveArticle(chief, {
        articleId: draft.articleId,
        baseVersion: draft.version,
        kind: 'save',
        tab: 'tab-of-a-colleague',
        content: theirs,
      })) as Outcome<{ version: number }>,
    );
    await page.getByLabel('标题', { exact: true }).fill(turn(lines, index + 5));
    const dialog = page.getByRole('dialog', { name: '两份文字需要合并' });
    await expect(dialog).toBeVisible();
    expect(await dialog.textContent()).toContain(slice(hostileStrings, index)[0]);
    expect(happened).toEqual([]);
    await page.goto('about:blank');
  }
});

test('no spelling of an address that runs something is taken as a link', () => {
  const link = (href: string) => ({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [{ type: 'text', text: '链', marks: [{ type: 'link', attrs: { href } }] }],
      },
    ],
  });
  for (const text of hostileStrings) {
    for (const href of [text, ` ${text}`, `\t${text}`, `\u0001${text}`]) {
      const isTaken = shape.body.safeParse(link(href)).success;
      const protocol = URL.canParse(href, 'https://own.example/')
        ? new URL(href, 'https://own.example/').protocol
        : 'none:';
      if (isTaken) expect([href, protocol]).toEqual([href, expect.stringMatching(/^(?:https?|mailto):$/u)]);
      if (isTaken) expect(href).toMatch(/^(?:https?:\/\/|mailto:|\/(?![/\\]))/u);
      expect([href, shape.sourceUrl.safeParse(href).success && !/^https?:\/\//u.test(href)]).toEqual([
        href,
        false,
      ]);
    }
  }
});
