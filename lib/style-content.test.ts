import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ArticleBody, paragraph, subhead } from '@/lib/article-body';
import { type ArticleContent, articleContentSchema, emptyContent } from '@/lib/article-content';
import { StyleChecker } from '@/lib/style-checker';
import { checkContent, contentTexts, fixInContent, problemsOfStyle } from '@/lib/style-content';
import type { StyleRule } from '@/lib/style-rule';

const rule = (id: number, text: string, given: Partial<StyleRule> = {}): StyleRule => ({
  id,
  kind: 'word',
  text,
  message: '写法不对',
  replacement: '部分',
  level: 'warn',
  category: 'typo',
  sectionId: null,
  exceptions: [],
  skips: [],
  ...given,
});

const checker = new StyleChecker([
  rule(1, '部份'),
  rule(2, '多余', { replacement: '' }),
  rule(3, '脏话', { replacement: null, level: 'block' }),
]);

const body = (...content: ArticleBody['content']): ArticleBody => ({ type: 'doc', content });

test('every text a reader may see is checked, each under its field', () => {
  const image = {
    type: 'image' as const,
    attrs: { assetId: 1, caption: '图说部份', credit: '摄影部份', alt: '替代部份' },
  };
  const content: ArticleContent = {
    ...emptyContent(1),
    kicker: '引题部份',
    headline: '标题部份',
    subheadline: '副题部份',
    shortHeadline: '短题部份',
    abstract: '摘要部份',
    sourceName: '来源部份',
    originalHeadline: '原题部份',
    credits: [{ role: 'editor', name: '人名部份' }],
    tags: ['标签部份'],
    body: body(
      paragraph('正文部份'),
      subhead('上联部份', '下联部份'),
      image,
      { type: 'gallery', content: [image, image] },
      { type: 'quote', content: [paragraph('引文部份')] },
      { type: 'note', attrs: { label: '名称部份' }, content: [paragraph('按语部份')] },
      {
        type: 'list',
        attrs: { ordered: true },
        content: [{ type: 'listItem', content: [paragraph('列表部份')] }],
      },
      {
        type: 'table',
        attrs: { caption: '表题部份' },
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableCell', content: [paragraph('格子部份')] }, { type: 'tableHeader' }],
          },
        ],
      },
      { type: 'video', attrs: { src: '/media/a.mp4', caption: '片说部份', credit: '摄像部份' } },
      { type: 'divider' },
      { type: 'related', attrs: { articleIds: [1] } },
    ),
  };
  expect(articleContentSchema.safeParse(content).success).toBe(true);
  // Whatever words stand in the content, one for each 部份 in it.
  const planted = JSON.stringify(content).match(/部份/gu)!.length;
  const findings = checkContent(checker, content);
  expect(findings).toHaveLength(planted);
  for (const { field, part, from, to } of findings) {
    const text = contentTexts(content).find((one) => one.field === field && one.part === part);
    expect(text!.text.slice(from, to)).toBe('部份');
  }
});

test('a line break counts as one character, also between marked words', () => {
  const broken = body({
    type: 'paragraph',
    content: [
      { type: 'text', text: '上' },
      { type: 'lineBreak' },
      { type: 'text', text: '部', marks: [{ type: 'strong' }] },
      { type: 'text', text: '份' },
    ],
  });
  expect(checkContent(checker, { ...emptyContent(1), body: broken })).toMatchObject([{ from: 2, to: 4 }]);
});

test('the name of a finding outlives changes elsewhere and not a change of its own sentence', () => {
  const keysOf = (...lines: string[]) =>
    checkContent(checker, { ...emptyContent(1), body: body(...lines.map(paragraph)) }).map(({ key }) => key);
  const [key] = keysOf('先有一句话，再有大部份人。');
  expect(keysOf('新的一段。', '先有一句话，再有大部份人。')).toEqual([key]);
  expect(keysOf('改了很远的开头，先有一句话，再有大部份人。')).toEqual([key]);
  expect(keysOf('先有一句话，再有少部份人。')).not.toEqual([key]);
  expect(new Set(keysOf('这里大部份人，那里小部份人。')).size).toBe(2);
});

test('a fix of a field changes that field alone, and only while its words stand there', () => {
  const piece = fc.constantFrom('部份', '多余', '脏话', '好', '，', '😀');
  const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
  const anyContent = fc.record({
    headline: text,
    abstract: text,
    tags: fc.uniqueArray(text, { maxLength: 3 }),
  });
  fc.assert(
    fc.property(anyContent, (fields) => {
      const content = { ...emptyContent(1), ...fields, tags: fields.tags.filter((tag) => tag !== '') };
      for (const finding of checkContent(checker, content)) {
        const [name = '', index] = finding.field.split('.');
        const fixed = fixInContent(content, finding);
        expect(Object.keys(fixed)).toEqual([name]);
        if (name === 'tags') {
          const others = content.tags.filter((_, at) => at !== Number(index));
          for (const other of others) expect(fixed.tags).toContain(other);
        } else {
          const before = content[name as 'headline'];
          const words = finding.replacement ?? finding.words;
          const after = before.slice(0, finding.from) + words + before.slice(finding.to);
          expect(fixed[name as 'headline']).toBe(after);
        }
        const elsewhere = { ...content, headline: '别的', abstract: '别的', tags: [] };
        const late = fixInContent(elsewhere, finding);
        expect({ ...elsewhere, ...late }).toEqual(elsewhere);
      }
    }),
  );
});

test('only what must be changed stops an article, once for each word of a field', () => {
  const content = { ...emptyContent(1), headline: '部份脏话', body: body(paragraph('脏话和脏话')) };
  expect(problemsOfStyle(checkContent(checker, content))).toEqual([
    { field: 'headline', message: '“脏话”必须改：写法不对。请改写。' },
    { field: 'body.0', message: '“脏话”必须改：写法不对。请改写。' },
  ]);
});
