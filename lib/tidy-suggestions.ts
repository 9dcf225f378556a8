import { type ArticleBody, type Block, blockLines } from '@/lib/article-body';
import { type ContributorRole, contributorRoleLabels } from '@/lib/contributor-role';

/** What 一键排版 sees and leaves to the editor. */
export type Suggestion =
  | { kind: 'subhead'; blockIndex: number; text: string }
  | { kind: 'credit'; blockIndex: number; role: ContributorRole; names: string[] }
  | { kind: 'source'; blockIndex: number; name: string };

/** Credits stand in the first or the last lines of a text, nowhere else. */
const edge = 3;

export function suggestionsFor({ content }: ArticleBody): Suggestion[] {
  return content.flatMap((block, blockIndex): Suggestion[] => {
    if (block.type !== 'paragraph') return [];
    const line = blockLines(block).join('');
    if (line.includes('\n')) return [];
    if (isBoldLine(block, line)) return [{ kind: 'subhead', blockIndex, text: line }];
    const isAtEdge = blockIndex < edge || blockIndex >= content.length - edge;
    if (!isAtEdge) return [];
    const credit = creditOf(line);
    if (credit !== undefined) return [{ kind: 'credit', blockIndex, ...credit }];
    const source = /^(?:来源|稿源)[：:]\s*([^，。；！？\s]{1,30})$/u.exec(line)?.[1];
    return source === undefined ? [] : [{ kind: 'source', blockIndex, name: source }];
  });
}

/** A short line, bold from end to end and without an end mark, is likely a subhead. */
function isBoldLine(block: Block & { type: 'paragraph' }, line: string): boolean {
  const isBold = (block.content ?? []).every(
    (item) => item.type === 'text' && item.marks?.some(({ type }) => type === 'strong') === true,
  );
  return line !== '' && isBold && [...line].length <= 30 && !/[。！？；，：……]$/u.test(line);
}

const roleWords: [string, ContributorRole][] = [
  ['责任编辑', 'responsibleEditor'],
  ['责编', 'responsibleEditor'],
  ...(['reporter', 'correspondent', 'photographer', 'editor', 'proofreader'] as const).map(
    (role): [string, ContributorRole] => [contributorRoleLabels[role], role],
  ),
];

/** （记者 胡小满）, 编辑：庄书白, 责编｜梁思齐、方既白: one role and nothing but names. */
function creditOf(line: string): { role: ContributorRole; names: string[] } | undefined {
  const inner = /^[（(【](.*)[）)】]$/u.exec(line)?.[1] ?? line;
  for (const [word, role] of roleWords) {
    if (!inner.startsWith(word)) continue;
    const rest = inner.slice(word.length);
    const isBracketed = inner !== line;
    const names = /^[：:|｜丨\s]+(.+)$/u.exec(rest)?.[1] ?? (isBracketed ? rest : undefined);
    if (names === undefined) return undefined;
    const found = names.split(/[、，,\s]+/u).filter((name) => name !== '');
    const areNames =
      found.length > 0 && found.length <= 6 && found.every((name) => /^[\p{sc=Han}·]{2,6}$/u.test(name));
    return areNames ? { role, names: found } : undefined;
  }
  return undefined;
}
