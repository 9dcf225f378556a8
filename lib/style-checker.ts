import { StyleRegions } from '@/lib/style-regions';
import { readStylePattern } from '@/lib/style-pattern';
import { type StyleLevel, type StyleRule, styleLevels } from '@/lib/style-rule';

/** Something a rule found in one text. Positions count UTF-16 units, as strings and editors do. */
export type TextFinding = {
  rule: StyleRule;
  from: number;
  to: number;
  words: string;
  /** What to put in its place; null: a person has to decide. */
  replacement: string | null;
};

type Pattern = { rule: StyleRule; needs: string; expression: RegExp };

/** The words of all rules as one tree by their UTF-16 units: a text is walked once, however many rules there are. */
type WordNode = { next: Map<number, WordNode> | undefined; rules: StyleRule[] | undefined };

/** As many texts as an article has paragraphs and fields. */
const mostKnown = 3000;

const gravity = new Map<StyleLevel, number>(styleLevels.map((level, index) => [level, index]));

/**
 * A newsroom's rules, made ready once and asked for many texts. Pure: the same text has the same findings.
 * Findings never overlap; where two would, the graver level stays, then the longer, then the earlier one. A
 * pattern that cannot be read finds nothing: nobody can store one, and an article must open all the same.
 */
export class StyleChecker {
  readonly #words: WordNode = { next: new Map(), rules: undefined };
  readonly #patterns: Pattern[] = [];
  /** Texts checked lately: a key stroke changes one paragraph of a hundred. */
  readonly #known = new Map<string, readonly TextFinding[]>();

  constructor(rules: readonly StyleRule[]) {
    for (const rule of rules) {
      if (rule.kind === 'word') this.#addWord(rule);
      else {
        const read = readStylePattern(rule.text);
        if (!read.ok) continue;
        const { source, needs } = read.value;
        this.#patterns.push({ rule, needs, expression: new RegExp(source, 'gu') });
      }
    }
  }

  /** What is to be said about a text, from its start to its end. */
  check(text: string): readonly TextFinding[] {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const findings = withoutOverlaps(this.#candidates(text));
    if (this.#known.size >= mostKnown) this.#known.clear();
    this.#known.set(text, findings);
    return findings;
  }

  #addWord(rule: StyleRule): void {
    if (rule.text === '') return;
    let node = this.#words;
    for (let at = 0; at < rule.text.length; at += 1) {
      const unit = rule.text.charCodeAt(at);
      node.next ??= new Map();
      let below = node.next.get(unit);
      if (below === undefined) {
        below = { next: undefined, rules: undefined };
        node.next.set(unit, below);
      }
      node = below;
    }
    node.rules ??= [];
    node.rules.push(rule);
  }

  #candidates(text: string): TextFinding[] {
    const regions = new StyleRegions(text);
    const found: TextFinding[] = [];
    const add = (rule: StyleRule, from: number, to: number, replacement: string | null) => {
      const words = text.slice(from, to);
      if (replacement === words || isExcepted(rule, text, from, to)) return;
      if (rule.skips.some((skip) => regions.covers(skip, from, to))) return;
      found.push({ rule, from, to, words, replacement });
    };
    for (let from = 0; from < text.length; from += 1) {
      let node = this.#words.next!.get(text.charCodeAt(from));
      for (let to = from + 1; node !== undefined; to += 1) {
        if (node.rules !== undefined && isWholeWord(text, from, to)) {
          for (const rule of node.rules) add(rule, from, to, rule.replacement);
        }
        node = node.next?.get(text.charCodeAt(to));
      }
    }
    for (const { rule, needs, expression } of this.#patterns) {
      if (needs !== '' && !text.includes(needs)) continue;
      for (const match of text.matchAll(expression)) {
        add(rule, match.index, match.index + match[0].length, replacementFor(rule, match));
      }
    }
    return found;
  }
}

/** A rule about "app" says nothing about "apple": words of letters or digits are found whole. */
function isWholeWord(text: string, from: number, to: number): boolean {
  const breaks = (at: number) => !(isLatin(text.charCodeAt(at - 1)) && isLatin(text.charCodeAt(at)));
  return breaks(from) && breaks(to);
}

function isLatin(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
}

function isExcepted({ exceptions }: StyleRule, text: string, from: number, to: number): boolean {
  return exceptions.some((longer) => {
    for (let at = Math.max(0, to - longer.length); at <= from; at += 1) {
      if (text.startsWith(longer, at)) return true;
    }
    return false;
  });
}

function replacementFor({ replacement }: StyleRule, match: RegExpMatchArray): string | null {
  if (replacement === null) return null;
  return replacement.replaceAll(/\$([1-9$])/gu, (_, sign: string) =>
    sign === '$' ? '$' : (match[Number(sign)] ?? ''),
  );
}

function withoutOverlaps(candidates: TextFinding[]): readonly TextFinding[] {
  if (candidates.length < 2) return candidates;
  const ranked = candidates.toSorted(
    (a, b) =>
      gravity.get(a.rule.level)! - gravity.get(b.rule.level)! ||
      b.to - b.from - (a.to - a.from) ||
      a.from - b.from ||
      a.rule.id - b.rule.id,
  );
  const kept: TextFinding[] = [];
  // Findings per place instead of a comparison of all with all: a text may have thousands.
  const taken = new Set<number>();
  for (const finding of ranked) {
    let isFree = true;
    for (let at = finding.from; isFree && at < finding.to; at += 1) isFree = !taken.has(at);
    if (!isFree) continue;
    for (let at = finding.from; at < finding.to; at += 1) taken.add(at);
    kept.push(finding);
  }
  return kept.toSorted((a, b) => a.from - b.from);
}

/** The text with a finding's replacement in its place. Throws when there is none or the text is another one. */
export function replaceFinding(text: string, { from, to, words, replacement }: TextFinding): string {
  if (replacement === null) throw new Error('This finding has no replacement.');
  if (text.slice(from, to) !== words) throw new Error('The finding belongs to another text.');
  return text.slice(0, from) + replacement + text.slice(to);
}
