import type { ReadBlock, ReadPage } from '@/features/archive-import/read-page';

/** Whether two pages are of one article: further parts repeat the headline, some with their number behind it. */
export function isSameHeadline(one: string, other: string): boolean {
  const bare = (headline: string) =>
    headline
      .replace(/[（(【[]?(?:第?\d{1,2}页?|[一二三四五六七八九十]+|上|中|下|完)[)）】\]]?$/u, '')
      .replaceAll(/\s/gu, '');
  return bare(one) === bare(other);
}

/**
 * One article of its parts, in order. What the first page says counts, the last fills what is missing: people
 * often sign at the end of the last one. A paragraph that the seam repeats is kept once.
 */
export function joinParts(first: ReadPage, rest: ReadPage[]): ReadPage {
  return rest.reduce(joinTwo, first);
}

function joinTwo(before: ReadPage, next: ReadPage): ReadPage {
  const isRepeated = textOf(before.blocks.at(-1)) === textOf(next.blocks[0]);
  const added = isRepeated ? next.blocks.slice(1) : next.blocks;
  const shift = before.blocks.length - (isRepeated ? 1 : 0);
  const known = new Set(before.credits.map(({ role, name }) => `${role} ${name}`));
  return {
    ...before,
    publishedAt: before.publishedAt ?? next.publishedAt,
    source: before.source || next.source,
    credits: [...before.credits, ...next.credits.filter(({ role, name }) => !known.has(`${role} ${name}`))],
    blocks: [...before.blocks, ...added],
    pictures: [
      ...before.pictures,
      ...next.pictures.map((picture) => ({ ...picture, beforeBlock: picture.beforeBlock + shift })),
    ],
    originalHeadline: before.originalHeadline || next.originalHeadline,
    originalUrl: before.originalUrl || next.originalUrl,
    copyrightNotice: before.copyrightNotice || next.copyrightNotice,
    lines: [...before.lines, ...next.lines],
    doubts: [...new Set([...before.doubts, ...next.doubts])],
  };
}

function textOf(block: ReadBlock | undefined): string | undefined {
  return block?.type === 'paragraph' ? block.text : block?.lines.join('\n');
}
