/** A mark on a paragraph as it was made: the block's number then, and words that stood in it. */
export type MarkPlace = { blockIndex: number; quote: string };

/**
 * Where a mark belongs in the text that stands now: the block with the quoted words that is nearest to where it
 * was made. Without a quote, or when its words are gone, the block of the same number; undefined when the text
 * has become shorter than that.
 */
export function placeOfMark(blocks: readonly string[], { blockIndex, quote }: MarkPlace): number | undefined {
  if (quote !== '') {
    const holding = blocks.flatMap((text, index) => (text.includes(quote) ? [index] : []));
    const [nearest] = holding.toSorted(
      (a, b) => Math.abs(a - blockIndex) - Math.abs(b - blockIndex) || a - b,
    );
    if (nearest !== undefined) return nearest;
  }
  return blockIndex < blocks.length ? blockIndex : undefined;
}
