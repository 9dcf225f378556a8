import { type Block, type BlockOf, blockLines, type Paragraph, paragraph } from '@/lib/article-body';
import type { PastedPicture } from '@/lib/pasted-picture';
import { storable } from '@/lib/pasted-text';
import { slices } from '@/lib/slices';

export type PastedBlock = Block | { type: 'pastedPicture'; picture: PastedPicture; caption: string };
export type ListItem = BlockOf<'list'>['content'][number];
export type Cell = { isHeader: boolean; colspan: number; rowspan: number; blocks: PastedBlock[] };

/** Limits of lib/article-body.ts. */
const mostInItem = 20;
export const mostInCell = 20;

export function tableCell({ isHeader, colspan, rowspan, blocks }: Cell) {
  const content = paragraphsIn(blocks);
  return {
    type: isHeader ? ('tableHeader' as const) : ('tableCell' as const),
    ...((colspan > 1 || rowspan > 1) && { attrs: { colspan, rowspan } }),
    ...(content.length > 0 && { content }),
  };
}

export function asParagraphs(block: Block): Paragraph[] {
  if (block.type === 'paragraph') return [block];
  if (block.type === 'quote' || block.type === 'note') return block.content;
  return blockLines(block)
    .map((line) => storable(line).replaceAll('\n', ' '))
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(line.slice(0, 20_000).toWellFormed()));
}

export function spanOf(value: string | undefined, most: number): number {
  const span = Number(value);
  return Number.isInteger(span) && span >= 1 ? Math.min(span, most) : 1;
}

export function paragraphsIn(blocks: PastedBlock[]): Paragraph[] {
  return blocks.flatMap((block) => (block.type === 'pastedPicture' ? [] : asParagraphs(block)));
}

/** One item, or more where one would hold too much. */
export function listItems(paragraphs: Paragraph[]): ListItem[] {
  return slices(paragraphs, mostInItem).map((content) => ({ type: 'listItem', content }));
}

/** A loop: the arguments of a call are limited, and clipboards hold lists of 200,000 items. */
export function append<Item>(to: Item[], items: Item[]): void {
  for (const item of items) to.push(item);
}
