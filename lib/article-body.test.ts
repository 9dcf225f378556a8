import { expect, test } from 'vitest';
import {
  type ArticleBody,
  articleBodySchema,
  assetIdsOf,
  bodyLines,
  countCharacters,
  paragraph,
  relatedArticleIdsOf,
  subhead,
} from '@/lib/article-body';

const image = (assetId: number, caption = '') => ({
  type: 'image' as const,
  attrs: { assetId, alt: '江面', caption, credit: '林观澜 摄' },
});

/** One block of every kind. */
const whole: ArticleBody = {
  type: 'doc',
  content: [
    paragraph('第一段。'),
    subhead('一条河的前半生', '两岸人的后来事'),
    image(7, '晨光里的江面。'),
    { type: 'gallery', content: [image(8), image(9, '桥下。')] },
    { type: 'quote', content: [paragraph('水不说话。')] },
    {
      type: 'list',
      attrs: { ordered: true },
      content: [{ type: 'listItem', content: [paragraph('第一项')] }],
    },
    {
      type: 'table',
      attrs: { caption: '水质' },
      content: [
        {
          type: 'tableRow',
          content: [{ type: 'tableHeader', content: [paragraph('断面')] }, { type: 'tableCell' }],
        },
      ],
    },
    { type: 'video', attrs: { src: '/media/ab/cd.mp4', posterAssetId: 10, caption: '', credit: '' } },
    { type: 'divider' },
    { type: 'related', attrs: { articleIds: [3, 4] } },
    { type: 'note', attrs: { label: '编者按' }, content: [paragraph('本报注。')] },
  ],
};

const withBlock = (block: unknown) => articleBodySchema.safeParse({ type: 'doc', content: [block] }).success;
const linkTo = (href: string) => ({
  type: 'paragraph',
  content: [{ type: 'text', text: '链接', marks: [{ type: 'link', attrs: { href } }] }],
});

test('a body with one block of every kind is accepted as it is', () => {
  expect(articleBodySchema.parse(whole)).toEqual(whole);
});

test('its lines come in reading order, captions included', () => {
  expect(bodyLines(whole)).toEqual([
    '第一段。',
    '一条河的前半生',
    '两岸人的后来事',
    '晨光里的江面。',
    '桥下。',
    '水不说话。',
    '第一项',
    '断面',
    '本报注。',
  ]);
});

test('it names every picture and every related article it needs', () => {
  expect(assetIdsOf(whole)).toEqual([7, 8, 9, 10]);
  expect(relatedArticleIdsOf(whole)).toEqual([3, 4]);
});

test.for(['https://a.example/x?y=1', 'http://a.example', 'mailto:a@b.example', '/article/1', '/'])(
  'a link to %s is accepted',
  (href) => {
    expect(withBlock(linkTo(href))).toBe(true);
  },
);

test.for([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,<script>1</script>',
  'vbscript:x',
  '//evil.example',
  '/\\evil.example',
  'https://a b',
  'file:///etc/passwd',
  '',
])('a link to %j is refused', (href) => {
  expect(withBlock(linkTo(href))).toBe(false);
});

test.for([
  ['an unknown kind', { type: 'html', html: '<b>x</b>' }],
  ['an unknown field', { type: 'paragraph', onclick: 'x' }],
  [
    'three lines of subhead',
    { type: 'subhead', content: Array.from({ length: 3 }, () => ({ type: 'subheadLine' })) },
  ],
  ['an empty gallery', { type: 'gallery', content: [] }],
  ['an asset that is no number', image('7' as unknown as number)],
  [
    "another host's video",
    { type: 'video', attrs: { src: 'https://v.example/a.mp4', caption: '', credit: '' } },
  ],
  ['a control character', paragraph('a\u0000b')],
  ['a lone surrogate', paragraph('a\uD800b')],
  ['a table without rows', { type: 'table', attrs: { caption: '' }, content: [] }],
  [
    'a cell spanning 10,000 columns',
    {
      type: 'table',
      attrs: { caption: '' },
      content: [
        { type: 'tableRow', content: [{ type: 'tableCell', attrs: { colspan: 10_000, rowspan: 1 } }] },
      ],
    },
  ],
  ['a paragraph of 20,001 characters', paragraph('长'.repeat(20_001))],
] as const)('%s is refused', ([, block]) => {
  expect(withBlock(block)).toBe(false);
});

test.for([
  ['澄澜江三桥通车', 7],
  ['“三桥”通车！', 7],
  ['G20 峰会，3天', 6],
  ["it's 3.5 km", 3],
  ['　　两个字', 3],
  ['', 0],
] as const)('“%s” counts %d characters', ([text, count]) => {
  expect(countCharacters(text)).toBe(count);
});
