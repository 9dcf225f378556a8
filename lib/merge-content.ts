import { diffArrays } from 'diff';
import type { Block } from '@/lib/article-body';
import type { ArticleContent } from '@/lib/article-content';

/*
 * Two people started from the same text and both saved. Here their texts are laid side by side, paragraph by
 * paragraph, with the text that both started from; nothing is decided that a person has to decide.
 */

export type ContentField = Exclude<keyof ArticleContent, 'body'>;
export type ChangedBy = 'mine' | 'theirs' | 'both';

export type FieldDifference = { field: ContentField; changedBy: ChangedBy };

/** A run of blocks: unchanged, or changed by one side or by both. */
export type BodyPiece = {
  changedBy: ChangedBy | 'nobody';
  base: Block[];
  mine: Block[];
  theirs: Block[];
};

export type Comparison = { fields: FieldDifference[]; pieces: BodyPiece[] };

/** What to keep where the texts differ: `both` puts theirs behind mine. */
export type Choice = 'mine' | 'theirs' | 'both';

export function compareContents(
  base: ArticleContent,
  mine: ArticleContent,
  theirs: ArticleContent,
): Comparison {
  const names = Object.keys(mine).filter((name) => name !== 'body') as ContentField[];
  const fields = names.flatMap((field) => {
    const changedBy = sideOf(key(base[field]), key(mine[field]), key(theirs[field]));
    return changedBy === 'nobody' ? [] : [{ field, changedBy }];
  });
  return { fields, pieces: comparePieces(base.body.content, mine.body.content, theirs.body.content) };
}

/** The choices that keep every change that only one side made; `both` keeps two versions of a paragraph. */
export function suggestedChoice(changedBy: ChangedBy | 'nobody'): Choice {
  return changedBy === 'both' ? 'both' : changedBy === 'theirs' ? 'theirs' : 'mine';
}

/** The text that the choices make. Fields and pieces without a choice get the suggested one. */
export function mergeContents(
  { mine, theirs }: { mine: ArticleContent; theirs: ArticleContent },
  { fields, pieces }: Comparison,
  choices: {
    fields: Partial<Record<ContentField, 'mine' | 'theirs'>>;
    pieces: Readonly<Record<number, Choice>>;
  },
): ArticleContent {
  const merged = { ...mine };
  for (const { field, changedBy } of fields) {
    const choice = choices.fields[field] ?? (changedBy === 'theirs' ? 'theirs' : 'mine');
    if (choice === 'theirs') Object.assign(merged, { [field]: theirs[field] });
  }
  const content = pieces.flatMap((piece, index) => {
    const choice = choices.pieces[index] ?? suggestedChoice(piece.changedBy);
    if (piece.changedBy === 'nobody') return piece.mine;
    return choice === 'both' ? [...piece.mine, ...piece.theirs] : piece[choice];
  });
  return { ...merged, body: { type: 'doc', content } };
}

function comparePieces(base: Block[], mine: Block[], theirs: Block[]): BodyPiece[] {
  const keptByMe = keptBlocks(base, mine);
  const keptByThem = keptBlocks(base, theirs);
  const pieces: BodyPiece[] = [];
  let from = { base: 0, mine: 0, theirs: 0 };
  const closeAt = (to: typeof from) => {
    pieces.push(
      ...split({
        base: base.slice(from.base, to.base),
        mine: mine.slice(from.mine, to.mine),
        theirs: theirs.slice(from.theirs, to.theirs),
      }),
    );
    from = to;
  };
  for (const index of base.keys()) {
    const mineIndex = keptByMe.get(index);
    const theirsIndex = keptByThem.get(index);
    if (mineIndex === undefined || theirsIndex === undefined) continue;
    closeAt({ base: index, mine: mineIndex, theirs: theirsIndex });
    closeAt({ base: index + 1, mine: mineIndex + 1, theirs: theirsIndex + 1 });
  }
  closeAt({ base: base.length, mine: mine.length, theirs: theirs.length });
  return joinUnchanged(pieces);
}

/** Where a block of the base stands in the text that came of it, for each block that was kept. */
function keptBlocks(base: Block[], text: Block[]): Map<number, number> {
  const kept = new Map<number, number>();
  let baseIndex = 0;
  let textIndex = 0;
  for (const { added, removed, count } of diffArrays(base.map(key), text.map(key))) {
    if (added) textIndex += count;
    else if (removed) baseIndex += count;
    else for (let step = 0; step < count; step += 1) kept.set(baseIndex++, textIndex++);
  }
  return kept;
}

type Sides = Pick<BodyPiece, 'base' | 'mine' | 'theirs'>;

/** Neighbouring paragraphs, one changed by each side, are two pieces and no quarrel. */
function split(sides: Sides): BodyPiece[] {
  const { base, mine, theirs } = sides;
  if (base.length + mine.length + theirs.length === 0) return [];
  if (base.length === mine.length && base.length === theirs.length && base.length > 1) {
    return base.map((block, index) =>
      withSide({ base: [block], mine: [mine[index]!], theirs: [theirs[index]!] }),
    );
  }
  return [withSide(sides)];
}

function withSide(sides: Sides): BodyPiece {
  return { changedBy: sideOf(key(sides.base), key(sides.mine), key(sides.theirs)), ...sides };
}

function joinUnchanged(pieces: BodyPiece[]): BodyPiece[] {
  const joined: BodyPiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.changedBy === 'nobody' && piece.changedBy === 'nobody') {
      last.base.push(...piece.base);
      last.mine.push(...piece.mine);
      last.theirs.push(...piece.theirs);
    } else joined.push({ ...piece, base: [...piece.base], mine: [...piece.mine], theirs: [...piece.theirs] });
  }
  return joined;
}

function sideOf(base: string, mine: string, theirs: string): ChangedBy | 'nobody' {
  if (mine === theirs) return 'nobody';
  if (mine === base) return 'theirs';
  return theirs === base ? 'mine' : 'both';
}

/** The order of an object's keys says nothing. */
function key(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
