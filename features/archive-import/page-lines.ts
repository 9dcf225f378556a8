import type { LineUse } from '@/lib/import-run';

/** A line under examination. The steps of the reader claim lines; what nobody claims is the body. */
export type PageLine = { text: string; use: LineUse | undefined };

/**
 * Lines without their typed indents. The blanks of all kinds that pages are laid out with are no text; a
 * full-width blank inside a line stays, because it spreads names (张　三).
 */
export function linesOf(text: string): PageLine[] {
  return (
    text
      .replaceAll(/[\uFEFF\u200B-\u200D\u2060\u00AD]/gu, '')
      .split(/\r\n|[\n\r\u0085\u2028\u2029]/u)
      // eslint-disable-next-line no-control-regex -- what an article body may not hold, see lib/article-body.ts
      .map((line) => line.replaceAll(/[\t\u00A0\u2000-\u200A\u202F\u0000-\u001F]/gu, ' ').trim())
      .filter((line) => line !== '')
      .map((line) => ({ text: line, use: undefined }))
  );
}

/** The lines that nobody has claimed yet. */
export function unclaimed(lines: PageLine[]): PageLine[] {
  return lines.filter(({ use }) => use === undefined);
}

export function claim(lines: PageLine[], use: LineUse): void {
  for (const line of lines) line.use = use;
}

/**
 * Full-width signs, letters, digits and blanks as their plain counterparts, character by character: a place
 * found in the folded text is the same place in the original. NFKC would move places.
 */
export function foldWidth(text: string): string {
  return text
    .replaceAll(/[\uFF01-\uFF5E]/gu, (sign) => String.fromCodePoint(sign.codePointAt(0)! - 0xfee0))
    .replaceAll('\u3000', ' ')
    .replaceAll(/[∶︰﹕]/gu, ':');
}

/** A line that ends as sentences do. */
export function endsAsSentence(text: string): boolean {
  return /[。！？!?…；;.][”’"」』）)]*$/u.test(text);
}

/** A line that is certainly running text: no headline, label or list entry is like this. */
export function isRunningText(text: string): boolean {
  return /[。；;…][”’"」』）)]*$/u.test(text) || text.length > 100;
}
