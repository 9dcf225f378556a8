import { diffArrays, diffChars } from 'diff';

/** A run of text that stands in both versions, or in one of them. */
export type TextPart = { kind: 'same' | 'added' | 'removed'; text: string };

/** So many milliseconds are spent on one paragraph; after that it is shown as replaced whole. */
const longestSearch = 200;

/** A coincidence of fewer characters between two changes is noise: 的 in a sentence that was rewritten. */
const shortestIsland = 2;

/**
 * What changed, character by character: Chinese has no blanks, and of a wrong character the reader wants to
 * see just that one. Single characters that happen to stand in both texts between two changes are shown as
 * changed, too, so that a rewritten phrase reads as a phrase. The parts that are not `added` make the old
 * text, those that are not `removed` the new one.
 */
export function diffText(before: string, after: string): TextPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const found = diffChars(before, after, { timeout: longestSearch });
  if (found === undefined) return replaced(before, after);
  const parts = found.map(({ value, added, removed }): TextPart => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
  return joined(withoutIslands(parts));
}

function replaced(before: string, after: string): TextPart[] {
  return joined([
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]);
}

/** A short run that is the same between two changes becomes part of them. */
function withoutIslands(parts: TextPart[]): TextPart[] {
  return parts.flatMap((part, index): TextPart[] => {
    const isBetween = index > 0 && index < parts.length - 1;
    const isShort = [...part.text].length < shortestIsland;
    if (part.kind !== 'same' || !isBetween || !isShort) return [part];
    return [
      { kind: 'removed', text: part.text },
      { kind: 'added', text: part.text },
    ];
  });
}

/** Between two runs that are the same first all that was removed, then all that was added. */
function joined(parts: TextPart[]): TextPart[] {
  const result: TextPart[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const { kind, text } of parts) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      flush();
      result.push({ kind, text });
    }
  }
  flush();
  return result;
}

/** What changed in a list, entry by entry: people, tags. */
export function diffEntries(before: string[], after: string[], separator = '、'): TextPart[] {
  const entries = diffArrays(before, after).flatMap(({ value, added, removed }) =>
    value.map((text): TextPart => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text })),
  );
  return entries.map(({ kind, text }, index) => {
    // One that took the place of the first stands first, too.
    const follows = entries.slice(0, index).some((other) => kind === 'same' || other.kind !== opposite[kind]);
    return { kind, text: follows ? separator + text : text };
  });
}

const opposite = { added: 'removed', removed: 'added' } as const;

/** How much of two texts is the same, 0 to 1: by their pairs of characters. */
export function similarity(one: string, other: string): number {
  const [few, many] = [pairsOf(one), pairsOf(other)];
  if (few.size === 0 || many.size === 0) return one === other ? 1 : 0;
  let common = 0;
  for (const pair of few) if (many.has(pair)) common += 1;
  return (2 * common) / (few.size + many.size);
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let index = 0; index < text.length - 1; index += 1) pairs.add(text.slice(index, index + 2));
  return pairs;
}
