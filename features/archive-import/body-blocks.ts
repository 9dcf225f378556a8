import type { ReadBlock } from '@/features/archive-import/read-page';

const longestSubhead = 24;

/** A sentence or part of one ends with a mark; a subhead ends with its last word. */
function couldBeSubhead(line: string): boolean {
  return (
    [...line].length <= longestSubhead && !/[。！？!?…，,；;：:、.—)）]$/u.test(line) && !/^[(（]/u.test(line)
  );
}

/**
 * The blocks of a body: short lines without a closing mark are subheads when text follows, two of them in a row
 * one subhead of two lines. Longer runs of short lines are no subheads but a poem or a list.
 */
export function toBodyBlocks(lines: string[]): ReadBlock[] {
  const blocks: ReadBlock[] = [];
  let index = 0;
  while (index < lines.length) {
    const run = shortRunFrom(lines, index);
    const isSubhead = run.length > 0 && run.length <= 2 && index + run.length < lines.length;
    if (isSubhead) {
      blocks.push({ type: 'subhead', lines: run });
      index += run.length;
    } else {
      const count = Math.max(1, run.length);
      for (const text of lines.slice(index, index + count)) blocks.push({ type: 'paragraph', text });
      index += count;
    }
  }
  return blocks;
}

function shortRunFrom(lines: string[], start: number): string[] {
  let end = start;
  while (end < lines.length && couldBeSubhead(lines[end]!)) end += 1;
  return lines.slice(start, end);
}
