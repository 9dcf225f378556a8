import { endsAsSentence } from '@/features/archive-import/page-lines';
import type { ReadBlock } from '@/features/archive-import/read-page';
import { readSignOff } from '@/features/archive-import/sign-off-line';

const longestSubhead = 26;
const numbered =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[章节部分篇])/u;

/** Captions and credits of pictures, which were lines of their own: 资料图, 某某 摄, 图片来自…. */
const pictureLine =
  /[\s/](?:摄|绘|图)$|(?:供图|制图|资料图|(?<!拍)摄)$|^(?:图[:：为一二三四五六\d]|图片[:：来]|资料图|题图|视频[:：])|^[（(]|[)）]$/u;

/** A sentence or part of one ends with a mark; a subhead ends with its last word. */
function couldBeSubhead(line: string): boolean {
  return (
    [...line].length <= longestSubhead &&
    /\p{sc=Han}.*\p{sc=Han}|\p{L}{4}/u.test(line) &&
    !endsAsSentence(line) &&
    !/[，,、：:—-]$/u.test(line) &&
    !/[。！？]./u.test(line) &&
    !/^[—@#*]|^https?:/u.test(line) &&
    !(pictureLine.test(line) && !numbered.test(line)) &&
    readSignOff(line) === undefined
  );
}

/**
 * The blocks of a body: short lines without a closing mark are subheads when running text follows, two of
 * them in a row one subhead of two lines. Longer runs of short lines are no subheads but a poem or a list.
 */
export function toBodyBlocks(lines: string[]): ReadBlock[] {
  const blocks: ReadBlock[] = [];
  let index = 0;
  while (index < lines.length) {
    const run = shortRunFrom(lines, index);
    const isSubhead =
      run.length > 0 && run.length <= 2 && index + run.length < lines.length && !isLeadingCaption(run, index);
    if (isSubhead && run.every((line) => numbered.test(line))) {
      for (const line of run) blocks.push({ type: 'subhead', lines: [line] });
    } else if (isSubhead) blocks.push({ type: 'subhead', lines: run });
    else for (const text of run.length > 0 ? run : [lines[index]!]) blocks.push({ type: 'paragraph', text });
    index += Math.max(1, run.length);
  }
  return blocks;
}

/** One short line before all text was a picture's caption far more often than a subhead. */
function isLeadingCaption(run: string[], index: number): boolean {
  return index === 0 && run.length === 1 && !numbered.test(run[0]!);
}

function shortRunFrom(lines: string[], start: number): string[] {
  let end = start;
  while (end < lines.length && couldBeSubhead(lines[end]!)) end += 1;
  return lines.slice(start, end);
}
