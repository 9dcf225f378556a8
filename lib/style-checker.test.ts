import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { replaceFinding, StyleChecker } from '@/lib/style-checker';
import { rulesForSection, type StyleRule } from '@/lib/style-rule';

let lastId = 0;

function rule(text: string, given: Partial<StyleRule> = {}): StyleRule {
  lastId += 1;
  return {
    id: lastId,
    kind: 'word',
    text,
    message: '写法不对',
    replacement: null,
    level: 'warn',
    category: 'typo',
    sectionId: null,
    exceptions: [],
    skips: [],
    ...given,
  };
}

function wordsIn(text: string, ...rules: StyleRule[]): string[] {
  return new StyleChecker(rules).check(text).map(({ words }) => words);
}

test('words are found wherever they stand, and at their exact places', () => {
  const [first, second] = new StyleChecker([rule('部份')]).check('大部份😀人，一部份');
  expect([first!.from, first!.to]).toEqual([1, 3]);
  expect([second!.from, second!.to]).toEqual([8, 10]);
});

test('of findings that overlap the graver stays, then the longer, then the earlier', () => {
  const hint = rule('登录帐号', { level: 'hint' });
  const warn = rule('帐号', { level: 'warn' });
  const block = rule('号密', { level: 'block' });
  expect(wordsIn('登录帐号密码', hint, warn)).toEqual(['帐号']);
  expect(wordsIn('登录帐号密码', hint, warn, block)).toEqual(['号密']);
  expect(wordsIn('登录帐号', rule('登录'), rule('登录帐号'))).toEqual(['登录帐号']);
  expect(wordsIn('甲乙丙', rule('乙丙'), rule('甲乙'))).toEqual(['甲乙']);
});

test('a longer right text keeps a rule quiet, but only where it covers the words', () => {
  const fault = rule('部份', { exceptions: ['北部份额', '部份子'] });
  expect(wordsIn('东北部份额和一部份', fault)).toEqual(['部份']);
  expect(wordsIn('部份子', fault)).toEqual([]);
});

test('words of Latin letters or digits are found whole only', () => {
  expect(wordsIn('用app看apple和happy', rule('app'))).toEqual(['app']);
  expect(wordsIn('第2期，12期', rule('2期'))).toEqual(['2期']);
});

test('what stands in an address is left alone when the rule says so', () => {
  const comma = rule(',', { skips: ['address'] });
  expect(wordsIn('见https://a.example/b,c 和a,b', comma)).toEqual([',']);
  expect(wordsIn('写信到desk@mail.example,或news.example/a,b', comma)).toEqual([',']);
  expect(wordsIn('3.14,2.71', comma)).toEqual([',']);
});

test('a comma inside an English sentence is left alone, one between Chinese and English is not', () => {
  const comma = rule(',', { skips: ['latin'] });
  expect(wordsIn('他说Yes, I do。', comma)).toEqual([]);
  expect(wordsIn('你好,world', comma)).toEqual([',']);
});

test('a title in 《》 is left alone when the rule says so, nested ones too', () => {
  const fault = rule('帐号', { skips: ['bookTitle'] });
  expect(wordsIn('《帐号〈一〉》里的帐号', fault)).toEqual(['帐号']);
  expect(wordsIn('《论《帐号》书》', fault)).toEqual([]);
  expect(wordsIn('《帐号', fault)).toEqual(['帐号']);
});

test('a pattern puts its groups into the replacement and keeps quiet where nothing would change', () => {
  const time = rule('(\\d{1,2})点(\\d{2})分', { kind: 'pattern', replacement: '$1:$2' });
  const [found] = new StyleChecker([time]).check('定于15点40分开始');
  expect(replaceFinding('定于15点40分开始', found!)).toBe('定于15:40开始');
  const same = rule('(部)[份分]', { kind: 'pattern', replacement: '$1分' });
  expect(wordsIn('部份部分', same)).toEqual(['部份']);
});

test('rules of a section count there and below, those of other sections do not', () => {
  const everywhere = rule('甲');
  const town = rule('乙', { sectionId: 2 });
  const sport = rule('丙', { sectionId: 3 });
  const parents = new Map([
    [1, null],
    [2, 1],
    [3, 1],
    [4, 2],
  ]);
  expect(rulesForSection([everywhere, town, sport], parents, 4)).toEqual([everywhere, town]);
  expect(rulesForSection([everywhere, town, sport], parents, 1)).toEqual([everywhere]);
});

const piece = fc.constantFrom('部份', '帐号', '部', '份', 'a', ',', '，', '2', '《', '》', 'app', '😀', '\n');
const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const anyRule = fc
  .record({
    kind: fc.constant('word' as const),
    text: fc
      .array(piece, { minLength: 1, maxLength: 3 })
      .map((pieces) => pieces.join(''))
      .filter((text) => !text.includes('\n')),
    replacement: fc.constantFrom(null, '', '对', '部分'),
    level: fc.constantFrom('block' as const, 'warn' as const, 'hint' as const),
    skips: fc.subarray(['address', 'latin', 'bookTitle'] as const),
  })
  .filter(({ text }) => text !== '')
  .map(({ text, ...given }) => rule(text, given));
const anyRules = fc.array(anyRule, { minLength: 1, maxLength: 8 });

test('every finding stands at its words, none overlaps another, and asking again answers the same', () => {
  fc.assert(
    fc.property(anyRules, anyText, (rules, text) => {
      const checker = new StyleChecker(rules);
      const findings = checker.check(text);
      let end = 0;
      for (const { from, to, words, rule: found } of findings) {
        expect(text.slice(from, to)).toBe(words);
        expect(words).toBe(found.text);
        expect(from).toBeGreaterThanOrEqual(end);
        end = to;
      }
      expect(checker.check(text)).toEqual(findings);
      expect(new StyleChecker(rules).check(text)).toEqual(findings);
    }),
  );
});

test('a fix changes nothing but the words it was found at', () => {
  fc.assert(
    fc.property(anyRules, anyText, (rules, text) => {
      for (const finding of new StyleChecker(rules).check(text)) {
        if (finding.replacement === null) continue;
        const fixed = replaceFinding(text, finding);
        expect(fixed.slice(0, finding.from)).toBe(text.slice(0, finding.from));
        expect(fixed.slice(finding.from + finding.replacement.length)).toBe(text.slice(finding.to));
        expect(() => replaceFinding(`别的${text}`, { ...finding, words: '不在那里' })).toThrow(
          'another text',
        );
      }
    }),
  );
});

test('every word of many is found as a search for each alone finds it', () => {
  const words = fc.uniqueArray(
    fc.string({ unit: fc.constantFrom(...'甲乙丙丁'), minLength: 1, maxLength: 4 }),
    { minLength: 1, maxLength: 20 },
  );
  const sample = fc.string({ unit: fc.constantFrom(...'甲乙丙丁'), maxLength: 40 });
  fc.assert(
    fc.property(words, sample, (list, text) => {
      const found = new StyleChecker(list.map((word) => rule(word))).check(text);
      const covered = new Set(found.flatMap(({ from, to }) => range(from, to)));
      const expected = new Set<number>();
      for (const word of list) {
        for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
          if (range(at, at + word.length).every((place) => !covered.has(place))) expected.add(at);
        }
      }
      // Whatever was left out overlaps something that was kept.
      expect([...expected]).toEqual([]);
      for (const { words: hit } of found) expect(list).toContain(hit);
    }),
  );
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

test('a text with twelve planted faults has twelve findings, the clean one none', () => {
  const rules = ['部份', '帐号', '象征姓', '座位席', '即使通知', '按装', '挖墙角', '渡假村', '水份'].map(
    (text) => rule(text),
  );
  const patterns = [
    rule('[一-龥],(?=[一-龥])', { kind: 'pattern' }),
    rule('\\.{3}', { kind: 'pattern' }),
    rule('\\d{1,2}点\\d{2}分', { kind: 'pattern' }),
  ];
  const checker = new StyleChecker([...rules, ...patterns]);
  const faulty = '大部份帐号是象征姓的座位席，即使通知按装挖墙角的渡假村，水份很大,据说...会议15点40分开始。';
  expect(checker.check(faulty)).toHaveLength(12);
  expect(checker.check('大部分账号是真的，会议15:40开始……水分不大。')).toEqual([]);
});
