import fc from 'fast-check';
import type { ArticleBody, Block, Inline, Paragraph } from '@/lib/article-body';

/** Bodies as editors write them, each in the one form that the editor answers. For property tests. */

const words = fc
  .array(fc.constantFrom('河', '桥', 'A', '9', '，', '“', '”', ' ', '<b>', '&', '𠮷'), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

type Marks = Extract<Inline, { type: 'text' }>['marks'];

const marks = fc.constantFrom<Marks>(
  undefined,
  [{ type: 'strong' }],
  [{ type: 'emphasis' }],
  [{ type: 'strong' }, { type: 'emphasis' }],
  [{ type: 'link', attrs: { href: 'https://example.com/a?b=c' } }],
);

const text = fc.record({ text: words, marks }).map(({ text, marks }): Extract<Inline, { type: 'text' }> => ({
  type: 'text',
  text,
  ...(marks && { marks }),
}));

/** Neighbours with the same marks are one text to the editor. */
function withoutTwins<Item extends Inline>(items: Item[]): Item[] {
  return items.filter((item, index) => {
    const before = items[index - 1];
    return !(
      before?.type === 'text' &&
      item.type === 'text' &&
      JSON.stringify(before.marks) === JSON.stringify(item.marks)
    );
  });
}

const paragraph = fc
  .array(fc.oneof(text, fc.constant<Inline>({ type: 'lineBreak' })), { maxLength: 4 })
  .map((items): Paragraph => {
    const content = withoutTwins(items);
    return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content };
  });

const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 3 });

const image = fc
  .record({ assetId: fc.integer({ min: 1, max: 999 }), alt: words, caption: words, credit: words })
  .map((attrs) => ({ type: 'image' as const, attrs }));

const subheadLine = fc.array(text, { maxLength: 2 }).map((items) => {
  const content = withoutTwins(items);
  return { type: 'subheadLine' as const, ...(content.length > 0 && { content }) };
});

const cell = fc.record({ isHeader: fc.boolean(), content: paragraphs }).map(({ isHeader, content }) => ({
  type: isHeader ? ('tableHeader' as const) : ('tableCell' as const),
  ...((content.length > 1 || content[0]!.content !== undefined) && { content }),
}));

const table = fc
  .record({ columns: fc.integer({ min: 1, max: 3 }), caption: words })
  .chain(({ columns, caption }) =>
    fc
      .array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 3 })
      .map((rows) => ({
        type: 'table' as const,
        attrs: { caption },
        content: rows.map((content) => ({ type: 'tableRow' as const, content })),
      })),
  );

const block: fc.Arbitrary<Block> = fc.oneof<fc.Arbitrary<Block>[]>(
  paragraph,
  fc
    .array(subheadLine, { minLength: 1, maxLength: 2 })
    .map((content) => ({ type: 'subhead' as const, content })),
  image,
  fc.array(image, { minLength: 1, maxLength: 3 }).map((content) => ({ type: 'gallery' as const, content })),
  paragraphs.map((content) => ({ type: 'quote' as const, content })),
  fc
    .record({ ordered: fc.boolean(), items: fc.array(paragraphs, { minLength: 1, maxLength: 3 }) })
    .map(({ ordered, items }) => ({
      type: 'list' as const,
      attrs: { ordered },
      content: items.map((content) => ({ type: 'listItem' as const, content })),
    })),
  table,
  fc
    .record({ caption: words, credit: words })
    .map((attrs) => ({ type: 'video' as const, attrs: { src: '/media/ab/clip.mp4', ...attrs } })),
  fc.constant<Block>({ type: 'divider' }),
  fc
    .uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 4 })
    .map((articleIds) => ({ type: 'related' as const, attrs: { articleIds } })),
  fc
    .record({ label: fc.constantFrom('编者按', '延伸阅读'), content: paragraphs })
    .map(({ label, content }) => ({ type: 'note' as const, attrs: { label }, content })),
);

export const anyBody: fc.Arbitrary<ArticleBody> = fc
  .array(block, { maxLength: 8 })
  .filter((content) => {
    const last = content.at(-1);
    return !(last?.type === 'paragraph' && last.content === undefined);
  })
  .map((content) => ({ type: 'doc', content }));
