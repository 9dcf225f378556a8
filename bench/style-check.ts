import { demoStyleRules } from '@/features/house-style/starter-rules';
import { StyleChecker } from '@/lib/style-checker';
import { readStylePattern } from '@/lib/style-pattern';
import type { StyleRule } from '@/lib/style-rule';

/** Milliseconds of the house-style check. */
export type StyleCheckTimes = Record<string, { 建立: number; 整篇: number; 改一段: number }>;

const length = 20_000;
const rounds = 15;

/**
 * The check of a text of 20,000 characters in a hundred paragraphs, as sent to review for the first time and
 * after a change of one paragraph; with the demo newsroom's rules, with 10,000, and against texts and
 * patterns made to be slow.
 */
export function measureStyleCheck(): StyleCheckTimes {
  const demo = demoStyleRules().map((rule, id): StyleRule => ({ ...rule, id }));
  const patterns = demo.filter(({ kind }) => kind === 'pattern');
  const many = [
    ...Array.from({ length: 9_500 }, (_, index) => wordRule(index, randomWord(index))),
    ...Array.from({ length: 500 }, (_, index): StyleRule => ({
      ...patterns[index % patterns.length]!,
      id: 20_000 + index,
    })),
  ];
  const prose = paragraphs((at) => character(at * 7919));
  return {
    [`起步规则 ${demo.length} 条`]: measure(demo, prose),
    '10,000 条（句式 500 条）': measure(many, prose),
    '10,000 条，文字全由规则里的字组成': measure(
      many,
      paragraphs((at) => many[at % 9_000]!.text.charAt(at % 2)),
    ),
    '最慢的一条句式，最坏的文字': measure(
      [{ ...wordRule(1, '.{1,20}.{1,22}!'), kind: 'pattern' }],
      // Each with another beginning: equal paragraphs are checked once.
      paragraphs((at) => (at % 200 === 0 ? '!' : at % 200 === 1 ? character(at) : '中')),
    ),
  };
}

function measure(rules: StyleRule[], texts: string[]): StyleCheckTimes[string] {
  const refused = rules.find(({ kind, text }) => kind === 'pattern' && !readStylePattern(text).ok);
  if (refused !== undefined) throw new Error(`${refused.text} is refused, so nothing would be measured.`);
  const build: number[] = [];
  const whole: number[] = [];
  const one: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    const checker = new StyleChecker(rules);
    const built = performance.now();
    for (const text of texts) checker.check(text);
    const checked = performance.now();
    for (const [index, text] of texts.entries()) checker.check(index === 50 ? `${text}又` : text);
    const again = performance.now();
    build.push(built - start);
    whole.push(checked - built);
    one.push(again - checked);
  }
  return { 建立: median(build), 整篇: median(whole), 改一段: median(one) };
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

/** Han characters spread over the common ones, the same in every run. */
function character(seed: number): string {
  return String.fromCodePoint(0x4e00 + (((seed * 2654435761) >>> 0) % 3500));
}

function randomWord(index: number): string {
  return Array.from({ length: 2 + (index % 3) }, (_, at) => character(index * 5 + at * 31)).join('');
}

function wordRule(id: number, text: string): StyleRule {
  return {
    id,
    kind: 'word',
    text,
    message: '不对',
    replacement: '对',
    level: 'warn',
    category: 'typo',
    sectionId: null,
    exceptions: [],
    skips: ['address', 'latin'],
  };
}

function paragraphs(characterAt: (at: number) => string): string[] {
  return Array.from({ length: 100 }, (_, index) =>
    Array.from({ length: length / 100 }, (__, at) => characterAt(index * 200 + at)).join(''),
  );
}
