import { expect, test } from 'vitest';
import { type Block, paragraph } from '@/lib/article-body';
import { type ArticleContent, emptyContent } from '@/lib/article-content';
import { diffContents, hasDifference } from '@/lib/diff-content';

const names = { section: (id: number) => `栏目${id}`, picture: (id: number) => `图片 ${id}` };

const content = (changes: Partial<ArticleContent> = {}): ArticleContent => ({
  ...emptyContent(1),
  headline: '三桥步道周末开放',
  ...changes,
});
const withBody = (...blocks: Block[]) => content({ body: { type: 'doc', content: blocks } });
const image = (assetId: number, caption = '步道一角') =>
  ({ type: 'image', attrs: { assetId, alt: '步道', caption, credit: '罗一苇' } }) as const;

const diff = (before: ArticleContent, after: ArticleContent) => diffContents(before, after, names);
const kinds = (before: ArticleContent, after: ArticleContent) =>
  diff(before, after).blocks.map(({ kind }) => kind);

test('the same text has no difference', () => {
  const text = withBody(paragraph('甲'), image(1));
  expect(hasDifference(diff(text, structuredClone(text)))).toBe(false);
});

test('each field that changed is there, with its words, and no other', () => {
  const before = content({
    credits: [{ role: 'reporter', name: '沈知渔' }],
    tags: ['步道'],
    coverAssetId: 3,
  });
  const after = content({
    headline: '三桥步道周日开放',
    sectionId: 2,
    credits: [{ role: 'reporter', name: '顾南屿' }],
    tags: ['步道', '三桥'],
    coverAssetId: null,
  });
  const { fields } = diff(before, after);
  expect(
    Object.fromEntries(
      fields.map(({ field, parts }) => [field, parts.filter(({ kind }) => kind !== 'same')]),
    ),
  ).toEqual({
    headline: [
      { kind: 'removed', text: '末' },
      { kind: 'added', text: '日' },
    ],
    sectionId: [
      { kind: 'removed', text: '栏目1' },
      { kind: 'added', text: '栏目2' },
    ],
    credits: [
      { kind: 'removed', text: '记者 沈知渔' },
      { kind: 'added', text: '记者 顾南屿' },
    ],
    tags: [{ kind: 'added', text: '、三桥' }],
    coverAssetId: [{ kind: 'removed', text: '图片 3' }],
  });
});

test('a changed paragraph is compared with what it was, though others came and went around it', () => {
  const before = withBody(paragraph('第一段的话。'), paragraph('步道全长三公里，沿线有五处休息亭。'));
  const after = withBody(
    paragraph('新写的开头，和别处没有关系。'),
    paragraph('步道全长四公里，沿线有五处休息亭。'),
  );
  const { blocks } = diff(before, after);
  expect(blocks.map(({ kind }) => kind)).toEqual(['removed', 'added', 'changed']);
  expect(blocks[2]!.parts.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'removed', text: '三' },
    { kind: 'added', text: '四' },
  ]);
});

test('another picture, another caption, another credit are changes of the picture', () => {
  expect(kinds(withBody(image(1)), withBody(image(2)))).toEqual(['changed']);
  expect(kinds(withBody(image(1)), withBody(image(1, '步道全景')))).toEqual(['changed']);
  expect(kinds(withBody(image(1)), withBody())).toEqual(['removed']);
});

test('a paragraph that stands elsewhere now was moved, not written anew', () => {
  const [one, two, three] = [paragraph('甲段在此。'), paragraph('乙段在此处。'), paragraph('丙在这里面。')];
  expect(kinds(withBody(one, two, three), withBody(two, three, one))).toEqual(['same', 'same', 'moved']);
});

test('a change of bold or of a link alone says so', () => {
  const bold: Block = {
    type: 'paragraph',
    content: [{ type: 'text', text: '甲段。', marks: [{ type: 'strong' }] }],
  };
  expect(diff(withBody(paragraph('甲段。')), withBody(bold)).blocks).toMatchObject([
    { kind: 'changed', isFormatOnly: true },
  ]);
});

test('no word is lost or invented: the old and the new text can be read from what is shown', () => {
  const before = withBody(paragraph('甲段。'), image(1), paragraph('乙段在此。'), paragraph('丙段。'));
  const after = withBody(paragraph('乙段在那。'), image(2), paragraph('丁段，全新的。'), paragraph('甲段。'));
  const { blocks } = diff(before, after);
  const text = (kind: 'added' | 'removed') =>
    blocks
      .filter((block) => block.kind !== kind)
      .map(({ parts }) =>
        parts
          .filter((part) => part.kind !== kind)
          .map((part) => part.text)
          .join(''),
      )
      .filter((line) => line !== '');
  const lines = (of: ArticleContent) =>
    diff(of, of).blocks.map(({ parts }) => parts.map((part) => part.text).join(''));
  expect(text('removed').toSorted()).toEqual(lines(after).toSorted());
});
