import type { ArticleBody, Block, BlockOf, Inline, Paragraph } from '@/lib/article-body';
import { type Suggestion, suggestionsFor } from '@/lib/tidy-suggestions';
import { tidyText, tidyTracked } from '@/lib/tidy-text';

export type { Suggestion };

/**
 * 一键排版 of a whole body: the rules of tidy-text.ts over every line, no empty paragraphs, no typed
 * indents, lines broken twice become paragraphs. Tidying twice is tidying once, and the result is always a
 * valid body. What needs a person's judgement is suggested and not done; the indexes are of the answered body.
 */
export function tidyBody(body: ArticleBody): { body: ArticleBody; suggestions: Suggestion[] } {
  const content = body.content.flatMap(tidyBlock);
  // A body that would outgrow its limit keeps its paragraphs as they are cut.
  const tidied: ArticleBody = {
    type: 'doc',
    content: content.length <= 5000 ? content : body.content.flatMap((block) => tidyBlock(block).slice(0, 1)),
  };
  return { body: tidied, suggestions: suggestionsFor(tidied) };
}

function tidyBlock(block: Block): Block[] {
  switch (block.type) {
    case 'paragraph':
      return tidyParagraph(block).filter(({ content }) => content !== undefined);
    case 'subhead':
      return tidySubhead(block);
    case 'image':
      return [{ ...block, attrs: tidyWords(block.attrs) }];
    case 'gallery':
      return [
        { ...block, content: block.content.map((image) => ({ ...image, attrs: tidyWords(image.attrs) })) },
      ];
    case 'video':
      return [{ ...block, attrs: { ...block.attrs, ...tidyCaption(block.attrs) } }];
    case 'quote':
    case 'note':
      return [{ ...block, content: tidyParagraphs(block.content, 100) }];
    case 'list':
      return [
        {
          ...block,
          content: withoutEmpty(
            block.content.map((item) => ({ ...item, content: tidyParagraphs(item.content, 20) })),
            ({ content }) => content.every((one) => one.content === undefined),
          ),
        },
      ];
    case 'table':
      return [
        {
          ...block,
          attrs: { caption: fit(tidyText(block.attrs.caption), 200, block.attrs.caption) },
          content: block.content.map((row) => ({
            ...row,
            content: row.content.map((cell) =>
              cell.content === undefined ? cell : { ...cell, content: tidyParagraphs(cell.content, 20) },
            ),
          })),
        },
      ];
    case 'divider':
    case 'related':
      return [block];
    default:
      return block satisfies never;
  }
}

function tidyWords(attrs: BlockOf<'image'>['attrs']): BlockOf<'image'>['attrs'] {
  return { ...attrs, alt: fit(tidyText(attrs.alt), 300, attrs.alt), ...tidyCaption(attrs) };
}

function tidyCaption({ caption, credit }: { caption: string; credit: string }) {
  return {
    caption: fit(tidyText(caption), 1000, caption),
    credit: fit(tidyText(credit), 200, credit),
  };
}

/** An ellipsis or a dash may grow by a cell; a line at its limit stays as it was. */
function fit(tidied: string, limit: number, original: string): string {
  return tidied.length <= limit ? tidied : original;
}

function tidySubhead(block: BlockOf<'subhead'>): Block[] {
  const lines = block.content
    .map((line) => ({ ...line, content: tidyInline(line.content ?? []) as typeof line.content }))
    .filter(({ content }) => content !== undefined && content.length > 0 && content.length <= 50);
  return lines.length === 0 ? [] : [{ ...block, content: lines }];
}

/** At least one paragraph stays: a quote, a list item or a cell is never without. */
function tidyParagraphs(paragraphs: Paragraph[], most: number): Paragraph[] {
  const tidied = paragraphs.flatMap(tidyParagraph);
  const kept = withoutEmpty(tidied, ({ content }) => content === undefined);
  return kept.length <= most ? kept : paragraphs;
}

function withoutEmpty<Item>(items: Item[], isEmpty: (item: Item) => boolean): Item[] {
  const kept = items.filter((item) => !isEmpty(item));
  return kept.length === 0 ? items.slice(0, 1) : kept;
}

/** The paragraph, cut where its lines are broken twice. */
function tidyParagraph(paragraph: Paragraph): Paragraph[] {
  const inline = tidyInline(paragraph.content ?? []);
  const parts: Inline[][] = [[]];
  for (const [index, item] of inline.entries()) {
    const isBreak = item.type === 'lineBreak';
    if (isBreak && inline[index + 1]?.type === 'lineBreak') continue;
    if (isBreak && inline[index - 1]?.type === 'lineBreak') parts.push([]);
    else parts.at(-1)!.push(item);
  }
  return parts.map((content) => ({ type: 'paragraph', ...(content.length > 0 && { content }) }));
}

type Marks = Extract<Inline, { type: 'text' }>['marks'];

/** Judges the letters of a line together, whatever marks they carry, and gives each its marks back. */
function tidyInline(content: Inline[]): Inline[] {
  const marksOf: Marks[] = [];
  let text = '';
  const owners: number[] = [];
  for (const [index, item] of content.entries()) {
    const words = item.type === 'text' ? item.text.replaceAll(/[\n\r]/gu, ' ') : '\n';
    marksOf.push(item.type === 'text' ? item.marks : undefined);
    text += words;
    for (let at = 0; at < words.length; at += 1) owners.push(index);
  }
  const tidied = tidyTracked({ text, owners });
  const result: Inline[] = [];
  for (let at = 0; at < tidied.text.length;) {
    const character = String.fromCodePoint(tidied.text.codePointAt(at)!);
    const marks = marksOf[tidied.owners[at]!];
    const last = result.at(-1);
    if (character === '\n') result.push({ type: 'lineBreak' });
    else if (last?.type === 'text' && isSame(last.marks, marks) && last.text.length < 19_990) {
      last.text += character;
    } else result.push({ type: 'text', text: character, ...(marks && marks.length > 0 && { marks }) });
    at += character.length;
  }
  return withoutEdges(result);
}

function isSame(one: Marks, other: Marks): boolean {
  return JSON.stringify(one ?? []) === JSON.stringify(other ?? []);
}

/** No line break stands at the edge of a paragraph. */
function withoutEdges(items: Inline[]): Inline[] {
  const first = items.findIndex(({ type }) => type !== 'lineBreak');
  const last = items.findLastIndex(({ type }) => type !== 'lineBreak');
  return first === -1 ? [] : items.slice(first, last + 1);
}
