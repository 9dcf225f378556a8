import { type Block, paragraph } from '@/lib/article-body';
import { cleanLine, cutText } from '@/lib/pasted-text';

/** Pasted text without form: a paragraph for each line. Always valid blocks, at most as many as a body holds. */
export function blocksFromPlainText(text: string): Block[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029\u0085]/u)
    .map(cleanLine)
    .filter((line) => line !== '')
    .flatMap((line) => cutText(line))
    .slice(0, 5000)
    .map(paragraph);
}
