import { diffArrays } from 'diff';
import { type Block, blockLines } from '@/lib/article-body';
import type { ArticleContent } from '@/lib/article-content';
import { contributorRoleLabels } from '@/lib/contributor-role';
import { diffEntries, diffText, similarity, type TextPart } from '@/lib/diff-text';

/*
 * All that differs between two versions of an article: every field and every block of the body. Pure, so that
 * the desk, a print sheet and tests say the same.
 */

export type ContentField = Exclude<keyof ArticleContent, 'body'>;
export type FieldDifference = { field: ContentField; parts: TextPart[] };

export type BlockDifference = {
  kind: 'same' | 'changed' | 'added' | 'removed' | 'moved';
  type: Block['type'];
  parts: TextPart[];
  /** Only how it looks or where it leads has changed: bold, links, columns. */
  isFormatOnly?: true;
};

export type ContentDifference = { fields: FieldDifference[]; blocks: BlockDifference[] };

/** What stands for a number in words: 栏目 and 封面图片 are stored as numbers. */
export type Names = { section: (id: number) => string; picture: (id: number) => string };

export function diffContents(before: ArticleContent, after: ArticleContent, names: Names): ContentDifference {
  const fields = (Object.keys(after) as (keyof ArticleContent)[])
    .filter((field): field is ContentField => field !== 'body')
    .flatMap((field): FieldDifference[] => {
      const parts = diffField(field, before, after, names);
      return parts.some(({ kind }) => kind !== 'same') ? [{ field, parts }] : [];
    });
  return { fields, blocks: diffBlocks(before.body.content, after.body.content, names) };
}

/** Whether anything differs at all. */
export function hasDifference({ fields, blocks }: ContentDifference): boolean {
  return fields.length > 0 || blocks.some(({ kind }) => kind !== 'same');
}

function diffField(
  field: ContentField,
  before: ArticleContent,
  after: ArticleContent,
  names: Names,
): TextPart[] {
  switch (field) {
    case 'credits': {
      const lines = ({ credits }: ArticleContent) =>
        credits.map(({ role, name }) => `${contributorRoleLabels[role]} ${name}`);
      return diffEntries(lines(before), lines(after));
    }
    case 'tags':
      return diffEntries(before.tags, after.tags);
    case 'sectionId':
      return diffWhole(names.section(before.sectionId), names.section(after.sectionId));
    case 'coverAssetId': {
      const name = ({ coverAssetId }: ArticleContent) =>
        coverAssetId === null ? '' : names.picture(coverAssetId);
      return diffWhole(name(before), name(after));
    }
    default:
      return diffText(before[field], after[field]);
  }
}

/** A name is another name, however many characters they share. */
function diffWhole(before: string, after: string): TextPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const parts: TextPart[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return parts.filter(({ text }) => text !== '');
}

/** Longer runs are compared by position alone: every pair of 200 paragraphs would be 40,000 comparisons. */
const mostCompared = 40;
/** Less than this in common, and a paragraph was not changed but replaced. */
const leastInCommon = 0.3;

function diffBlocks(before: Block[], after: Block[], names: Names): BlockDifference[] {
  const changes = diffArrays(before.map(keyOf), after.map(keyOf));
  const result: (BlockDifference & { key?: string })[] = [];
  let [old, now] = [0, 0];
  for (let index = 0; index < changes.length; index += 1) {
    const { count: length = 0, added, removed } = changes[index]!;
    if (!added && !removed) {
      for (const block of after.slice(now, now + length)) result.push(whole('same', block, names));
      old += length;
      now += length;
      continue;
    }
    const next = changes[index + 1];
    const gone = removed ? before.slice(old, old + length) : [];
    const come = added
      ? after.slice(now, now + length)
      : next?.added
        ? after.slice(now, now + (next.count ?? 0))
        : [];
    result.push(...diffRun(gone, come, names));
    old += gone.length;
    now += come.length;
    if (removed && next?.added) index += 1;
  }
  return markMoved(result);
}

/** Pairs what was changed, in order; what has no counterpart was removed or added. */
function diffRun(gone: Block[], come: Block[], names: Names): (BlockDifference & { key?: string })[] {
  const result: (BlockDifference & { key?: string })[] = [];
  let from = 0;
  for (const block of gone) {
    const text = textOf(block, names);
    const partner = findPartner(text, block.type, come, from, names);
    if (partner === undefined) {
      result.push({ ...whole('removed', block, names), key: keyOf(block) });
      continue;
    }
    for (; from < partner; from += 1) {
      result.push({ ...whole('added', come[from]!, names), key: keyOf(come[from]!) });
    }
    const parts = diffText(text, textOf(come[partner]!, names));
    const isFormatOnly = parts.every(({ kind }) => kind === 'same');
    result.push({
      kind: 'changed',
      type: come[partner]!.type,
      parts,
      ...(isFormatOnly && { isFormatOnly: true as const }),
    });
    from = partner + 1;
  }
  for (const block of come.slice(from)) result.push({ ...whole('added', block, names), key: keyOf(block) });
  return result;
}

function findPartner(
  text: string,
  type: Block['type'],
  come: Block[],
  from: number,
  names: Names,
): number | undefined {
  let best: { index: number; score: number } | undefined;
  for (let index = from; index < Math.min(come.length, from + mostCompared); index += 1) {
    const other = come[index]!;
    if (other.type !== type) continue;
    const score = similarity(text, textOf(other, names));
    if (score >= leastInCommon && (best === undefined || score > best.score)) best = { index, score };
  }
  return best?.index;
}

/** A block that went at one place and came unchanged at another one was moved there. */
function markMoved(blocks: (BlockDifference & { key?: string })[]): BlockDifference[] {
  const gone = new Map<string, number>();
  for (const { kind, key } of blocks) {
    if (kind === 'removed' && key !== undefined) gone.set(key, (gone.get(key) ?? 0) + 1);
  }
  const arrived = new Map<string, number>();
  const marked = blocks.map((block) => {
    const left = block.key === undefined ? 0 : (gone.get(block.key) ?? 0);
    if (block.kind !== 'added' || left === 0) return block;
    gone.set(block.key!, left - 1);
    arrived.set(block.key!, (arrived.get(block.key!) ?? 0) + 1);
    return { ...block, kind: 'moved' as const };
  });
  return marked.flatMap(({ key, ...block }) => {
    const isShownElsewhere = block.kind === 'removed' && key !== undefined && (arrived.get(key) ?? 0) > 0;
    if (!isShownElsewhere) return [block];
    arrived.set(key, arrived.get(key)! - 1);
    return [];
  });
}

function whole(kind: 'same' | 'added' | 'removed', block: Block, names: Names): BlockDifference {
  const text = textOf(block, names);
  return { kind, type: block.type, parts: [{ kind, text }] };
}

/** Keys of objects in one order: the same block came from a form, an importer or an older release. */
function keyOf(block: Block): string {
  return JSON.stringify(block, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}

/** All words of a block, also those that readers do not read: which picture, its alternative text, its credit. */
function textOf(block: Block, names: Names): string {
  switch (block.type) {
    case 'image': {
      const { assetId, alt, caption, credit } = block.attrs;
      const words = [caption, alt && `替代文字：${alt}`, credit && `供图：${credit}`];
      return [`［${names.picture(assetId)}］`, ...words].filter(Boolean).join('\n');
    }
    case 'gallery':
      return block.content.map((image) => textOf(image, names)).join('\n');
    case 'video': {
      const { src, caption, credit } = block.attrs;
      return [`［视频 ${src}］`, caption, credit && `来源：${credit}`].filter(Boolean).join('\n');
    }
    case 'divider':
      return '———';
    case 'related':
      return `［相关稿件 ${block.attrs.articleIds.map((id) => `#${id}`).join('、')}］`;
    case 'note':
      return [block.attrs.label, ...blockLines(block)].filter(Boolean).join('\n');
    case 'table':
      return [block.attrs.caption, ...blockLines(block)].filter(Boolean).join('\n');
    default:
      return blockLines(block).join('\n');
  }
}
