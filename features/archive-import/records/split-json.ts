import { PlainError } from '@/lib/problems';

export type JsonPiece = { text: string } | { problem: string };

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = [
  0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d,
];
const deepest = 500;

/**
 * The objects of a JSON text, each as text: of JSON Lines, of an array, or of the arrays inside one object
 * ({"articles": [...]}). Follows strings and brackets only; whether an object is good JSON, its parser says.
 * Memory holds one object at a time; one of more than `largest` characters is told and passed over.
 */
export async function* splitJson(text: AsyncIterable<string>, largest: number): AsyncGenerator<JsonPiece> {
  let depth = 0;
  let isString = false;
  let isEscaped = false;
  /** At which depth records begin: 0 between lines, 1 in an array, 2 in an array of an object. */
  let base: number | undefined;
  let isArrayInObject = false;
  let hasFound = false;
  /** What has come of the record that is open, or of the object around it while nothing was found in it. */
  let kept = '';
  let isTooLarge = false;

  for await (const piece of text) {
    let start: number = kept !== '' || isTooLarge ? 0 : -1;
    for (let at = 0; at < piece.length; at += 1) {
      const code = piece.charCodeAt(at);
      if (isString) {
        if (isEscaped) isEscaped = false;
        else if (code === backslash) isEscaped = true;
        else if (code === quote) isString = false;
        continue;
      }
      if (code === quote) isString = true;
      else if (code === openBrace || code === openBracket) {
        base ??= code === openBracket ? 1 : 2;
        if (base === 2 && depth === 1) isArrayInObject = code === openBracket;
        const isRecord = depth === base && code === openBrace && (base !== 2 || isArrayInObject);
        if (isRecord) {
          [kept, isTooLarge, start, hasFound] = ['', false, at, true];
        } else if (base === 2 && depth === 0) start = at;
        depth += 1;
        if (depth > deepest) throw new PlainError('JSON 嵌套太深，没有读取。请确认这是稿件数据');
      } else if (code === closeBrace || code === closeBracket) {
        depth = Math.max(0, depth - 1);
        const isEnd = depth === base && code === closeBrace && start !== -1 && (base !== 2 || hasFound);
        // An object without an array of objects is a record itself, and more may follow, line by line.
        const isLoneObject = base === 2 && depth === 0 && !hasFound;
        if (isLoneObject) base = 0;
        if (isEnd || isLoneObject) {
          const whole = kept + piece.slice(start, at + 1);
          yield isTooLarge || whole.length > largest ? { problem: tooLarge } : { text: whole };
          [kept, isTooLarge, start] = ['', false, -1];
        }
      }
    }
    if (start === -1) continue;
    kept = isTooLarge ? '' : kept + piece.slice(start);
    if (kept.length > largest) [kept, isTooLarge] = ['', true];
  }
  if (depth !== 0 || isString) yield { problem: '文件在一条记录中间结束，最后一条没有读取' };
}

const tooLarge = '一条记录超过 5 MB，没有读取';
