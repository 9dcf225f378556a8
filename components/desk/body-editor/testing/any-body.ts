import * as fc from 'fast-check';
import type { ArticleBody, Block, Inline, Paragraph } from '@/lib/article-body';

/** Any body that articleBodySchema accepts: for round trips through the editor, the differ and the like. */

const words = fc
  .string({
    unit: fc.oneof(fc.constantFrom(...'城讯记者王，。“”3.a '), fc.string({ unit: 'binary', maxLength: 1 })),
    maxLength: 12,
  })
  // eslint-disable-next-line no-control-regex -- the body refuses control characters
  .map((text) => text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/gu, '').toWellFormed());

const href = fc.constantFrom('https://example.com/a?b=c', 'mailto:desk@example.com', '/2024/07/1.html');

const mark = fc.oneof(
  fc.constant({ type: 'strong' as const }),
  fc.constant({ type: 'emphasis' as const }),
  href.map((address) => ({ type: 'link' as const, attrs: { href: address } })),
);

const text = fc.record(
  {
    type: fc.constant('text' as const),
    text: words.filter((one) => one !== ''),
    marks: fc.array(mark, { maxLength: 3 }),
  },
  { requiredKeys: ['type', 'text'] },
);

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 5, arbitrary: text },
  { weight: 1, arbitrary: fc.constant({ type: 'lineBreak' as const }) },
);

const paragraph: fc.Arbitrary<Paragraph> = fc.record(
  { type: fc.constant('paragraph' as const), content: fc.array(inline, { maxLength: 5 }) },
  { requiredKeys: ['type'] },
);

const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 4 });
const id = fc.integer({ min: 1, max: 1_000_000 });

const image = fc.record({
  type: fc.constant('image' as const),
  attrs: fc.record({ assetId: id, alt: words, caption: words, credit: words }),
});

const cell = fc.record(
  {
    type: fc.constantFrom('tableHeader' as const, 'tableCell' as const),
    attrs: fc.record(
      { colspan: fc.integer({ min: 1, max: 3 }), rowspan: fc.integer({ min: 1, max: 3 }) },
      { requiredKeys: [] },
    ),
    content: fc.array(paragraph, { maxLength: 2 }),
  },
  { requiredKeys: ['type'] },
);

export const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  fc.record({
    type: fc.constant('subhead' as const),
    content: fc.array(
      fc.record(
        { type: fc.constant('subheadLine' as const), content: fc.array(text, { maxLength: 3 }) },
        { requiredKeys: ['type'] },
      ),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  image,
  fc.record({
    type: fc.constant('gallery' as const),
    content: fc.array(image, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ type: fc.constant('quote' as const), content: paragraphs }),
  fc.record({
    type: fc.constant('list' as const),
    attrs: fc.record({ ordered: fc.boolean() }),
    content: fc.array(fc.record({ type: fc.constant('listItem' as const), content: paragraphs }), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
  fc.record({
    type: fc.constant('table' as const),
    attrs: fc.record({ caption: words }),
    content: fc.array(
      fc.record({
        type: fc.constant('tableRow' as const),
        content: fc.array(cell, { minLength: 1, maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
  fc.record({
    type: fc.constant('video' as const),
    attrs: fc.record(
      { src: fc.constant('/media/ab/film.mp4'), posterAssetId: id, caption: words, credit: words },
      { requiredKeys: ['src', 'caption', 'credit'] },
    ),
  }),
  fc.constant({ type: 'divider' as const }),
  fc.record({
    type: fc.constant('related' as const),
    attrs: fc.record({ articleIds: fc.array(id, { minLength: 1, maxLength: 5 }) }),
  }),
  fc.record({ type: fc.constant('note' as const), attrs: fc.record({ label: words }), content: paragraphs }),
);

export const anyBody: fc.Arbitrary<ArticleBody> = fc
  .array(anyBlock, { maxLength: 8 })
  .map((content) => ({ type: 'doc', content }));
