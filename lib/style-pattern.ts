/*
 * The syntax of patterns that a newsroom writes. It is a part of JavaScript's, chosen so that the most steps
 * a search can take are known before it is ever run: there are no back references, everything repeats a
 * limited number of times, and the ways to match from one position are counted. A pattern that could go a
 * long way round, like (a+)+, is refused when it is written (docs/decisions/0025-house-style-check.md).
 */

export type StylePattern = {
  /** For `new RegExp(source, 'gu')`. */
  source: string;
  /** A piece of text without which nothing matches; '' when there is none. */
  needs: string;
  groupCount: number;
};

export type PatternOutcome = { ok: true; value: StylePattern } | { ok: false; message: string };

const longestPattern = 200;
/** What `+`, `*` and `{2,}` stand for at most: longer than any number or word a newspaper prints. */
const mostRepeats = 30;
/** Steps from one position. 20,000 characters of the worst text cost then what the bench measures. */
const mostSteps = 1000;
const deepest = 10;

/** A part of a pattern: what it looks like, and what it can cost. */
type Part = {
  source: string;
  /** The number of ways to match here. */
  ways: number;
  /** Steps for all of these ways together. */
  steps: number;
  shortest: number;
  /** The literal text it stands for; undefined when it can be several. */
  literal: string | undefined;
  /** The literal text every match ends with, as far as it is known. */
  tail: string;
  /** The longest literal every match contains. */
  needs: string;
};

const tooWide = '这个句式会让检查变得很慢：重复里不要再套重复，并请把“+”“*”改成“{1,4}”这样写明次数的形式。';

class PatternError extends Error {}

/** Reads a pattern, or says in Chinese why it cannot be used. */
export function readStylePattern(text: string): PatternOutcome {
  if (text.length > longestPattern) return { ok: false, message: `句式不能超过 ${longestPattern} 个字符。` };
  try {
    const reader = new PatternReader(text);
    const part = reader.readAll();
    if (part.shortest === 0) {
      return { ok: false, message: '这个句式连空文字也算找到了，请至少写一个必须出现的字。' };
    }
    if (!(part.steps <= mostSteps)) return { ok: false, message: tooWide };
    // The last word is the engine's: what this reader lets through may still be no class or no escape.
    void new RegExp(part.source, 'gu');
    return { ok: true, value: { source: part.source, needs: part.needs, groupCount: reader.groupCount } };
  } catch (error) {
    if (error instanceof PatternError) return { ok: false, message: error.message };
    return { ok: false, message: '句式写得不完整，请检查括号、方括号和反斜杠。' };
  }
}

class PatternReader {
  groupCount = 0;
  #at = 0;
  #depth = 0;
  readonly #characters: string[];

  constructor(text: string) {
    this.#characters = [...text];
  }

  readAll(): Part {
    const part = this.#alternatives();
    if (this.#at < this.#characters.length) throw new PatternError('句式里多了一个右括号“)”。');
    return part;
  }

  #next(): string | undefined {
    return this.#characters[this.#at];
  }

  #takes(text: string): boolean {
    const isHere = [...text].every((character, index) => this.#characters[this.#at + index] === character);
    if (isHere) this.#at += text.length;
    return isHere;
  }

  #alternatives(): Part {
    const branches = [this.#sequence()];
    while (this.#takes('|')) branches.push(this.#sequence());
    return branches.length === 1 ? branches[0]! : anyOf(branches);
  }

  #sequence(): Part {
    let whole = fixed('');
    for (let next = this.#next(); next !== undefined && next !== '|' && next !== ')'; next = this.#next()) {
      whole = oneAfterOther(whole, this.#repeated(this.#atom(next)));
    }
    return whole;
  }

  #atom(first: string): Part {
    this.#at += 1;
    if (first === '(') return this.#group();
    if (first === '[') return this.#characterClass();
    if (first === '\\') return this.#escape();
    if (first === '^' || first === '$') return { ...fixed(''), source: first };
    if (first === '.') return someCharacter('.');
    if ('*+?{'.includes(first)) throw new PatternError(`“${first}”前面要有可以重复的字。`);
    if (first === '}' || first === ']') return { ...fixed(first), source: `\\${first}` };
    return fixed(first);
  }

  #group(): Part {
    this.#depth += 1;
    if (this.#depth > deepest) throw new PatternError('句式的括号套得太深。');
    const looks = ['?=', '?!', '?<=', '?<!'].find((sign) => this.#takes(sign));
    const isPlain = looks === undefined && this.#takes('?:');
    if (looks === undefined && !isPlain) {
      if (this.#next() === '?') throw new PatternError('括号后只能写 ?:、?=、?!、?<= 或 ?<!。');
      this.groupCount += 1;
    }
    const inner = this.#alternatives();
    if (!this.#takes(')')) throw new PatternError('句式里少了一个右括号“)”。');
    this.#depth -= 1;
    if (looks === undefined) return { ...inner, source: `(${isPlain ? '?:' : ''}${inner.source})` };
    // It takes no text, and whatever it needs may stand outside of what is found.
    return { ...fixed(''), source: `(${looks}${inner.source})`, steps: inner.steps + 1 };
  }

  #characterClass(): Part {
    const start = this.#at;
    if (this.#next() === '^') this.#at += 1;
    for (let next = this.#next(); next !== ']'; next = this.#next()) {
      if (next === undefined) throw new PatternError('句式里少了一个右方括号“]”。');
      this.#at += next === '\\' ? 2 : 1;
    }
    this.#at += 1;
    return someCharacter(`[${this.#characters.slice(start, this.#at).join('')}`);
  }

  #escape(): Part {
    const letter = this.#next();
    if (letter === undefined) throw new PatternError('句式不能以单独的反斜杠结尾。');
    this.#at += 1;
    if (/[1-9k]/u.test(letter)) throw new PatternError('句式里不能引用前面的括号（\\1、\\k）。');
    if ('dDwWsS'.includes(letter)) return someCharacter(`\\${letter}`);
    if ('bB'.includes(letter)) return { ...fixed(''), source: `\\${letter}` };
    if ('pPuxn'.includes(letter)) return someCharacter(`\\${letter}${this.#escapeTail(letter)}`);
    if (/[\^$\\.*+?()[\]{}|/]/u.test(letter)) return { ...fixed(letter), source: `\\${letter}` };
    if (/[\p{L}\p{N}]/u.test(letter)) throw new PatternError(`句式里不认识“\\${letter}”。`);
    return fixed(letter);
  }

  #escapeTail(letter: string): string {
    const rest = this.#characters.slice(this.#at).join('');
    const shape = { p: /^\{[\w=]+\}/u, u: /^(?:[\da-f]{4}|\{[\da-f]{1,6}\})/iu, x: /^[\da-f]{2}/iu, n: /^/u };
    const tail = shape[letter.toLowerCase() as keyof typeof shape].exec(rest)?.[0];
    if (tail === undefined) throw new PatternError(`“\\${letter}”后面没有写完整。`);
    this.#at += tail.length;
    return letter.toLowerCase() === 'p' && tail === '{Han}' ? '{Script=Han}' : tail;
  }

  #repeated(part: Part): Part {
    const bounds = this.#bounds();
    if (bounds === undefined) return part;
    if (part.source === '' || part.shortest === 0) {
      throw new PatternError('“?”“*”“+”和“{}”前面要有至少一个必须出现的字。');
    }
    const isLazy = this.#takes('?');
    if ('*+?{'.includes(this.#next() ?? '字')) throw new PatternError('两个表示重复的记号不能连写。');
    const [least, most] = bounds;
    const source = `${part.source}{${least},${most}}${isLazy ? '?' : ''}`;
    let ways = 0;
    let steps = 1;
    for (let times = 0; times <= most; times += 1) {
      const reached = part.ways ** times;
      if (times < most) steps += reached * part.steps;
      if (times >= least) ways += reached;
    }
    const isSame = least === most && part.literal !== undefined;
    return {
      source,
      ways,
      steps,
      shortest: part.shortest * least,
      literal: isSame ? part.literal!.repeat(least) : undefined,
      tail: isSame ? part.literal!.repeat(least) : '',
      needs: least === 0 ? '' : isSame ? part.literal!.repeat(least) : part.needs,
    };
  }

  #bounds(): [number, number] | undefined {
    if (this.#takes('?')) return [0, 1];
    if (this.#takes('*')) return [0, mostRepeats];
    if (this.#takes('+')) return [1, mostRepeats];
    if (!this.#takes('{')) return undefined;
    const written = /^(\d{1,3})(,(\d{0,3}))?\}/u.exec(this.#characters.slice(this.#at).join(''));
    if (written === null) throw new PatternError('次数要写成 {2}、{1,4} 或 {2,}。');
    this.#at += written[0].length;
    const least = Number(written[1]);
    const most =
      written[2] === undefined
        ? least
        : written[3] === ''
          ? Math.max(least, mostRepeats)
          : Number(written[3]);
    if (most > 100) throw new PatternError('重复的次数不能超过 100。');
    if (most < least || most === 0) throw new PatternError('次数要从小写到大，并且大于 0。');
    return [least, most];
  }
}

function fixed(literal: string): Part {
  return {
    source: literal,
    ways: 1,
    steps: literal === '' ? 0 : 1,
    shortest: literal.length,
    literal,
    tail: literal,
    needs: literal,
  };
}

function someCharacter(source: string): Part {
  return { source, ways: 1, steps: 1, shortest: 1, literal: undefined, tail: '', needs: '' };
}

function oneAfterOther(first: Part, second: Part): Part {
  const literal =
    first.literal !== undefined && second.literal !== undefined ? first.literal + second.literal : undefined;
  const tail = second.literal === undefined ? second.tail : first.tail + second.literal;
  const needs = [tail, first.needs, second.needs].toSorted((a, b) => b.length - a.length)[0]!;
  return {
    source: first.source + second.source,
    ways: first.ways * second.ways,
    steps: first.steps + first.ways * second.steps,
    shortest: first.shortest + second.shortest,
    literal,
    tail,
    needs,
  };
}

function anyOf(branches: Part[]): Part {
  const sum = (of: (part: Part) => number) => branches.reduce((total, part) => total + of(part), 0);
  return {
    source: branches.map(({ source }) => source).join('|'),
    ways: sum(({ ways }) => ways),
    steps: sum(({ steps }) => steps) + branches.length,
    shortest: Math.min(...branches.map(({ shortest }) => shortest)),
    literal: undefined,
    tail: '',
    needs: '',
  };
}
