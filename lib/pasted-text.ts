/** What may stand in a text of lib/article-body.ts; everything else in a clipboard is dropped. */
export function storable(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- exactly these cannot be stored
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Cs}]/gu, '')
  );
}

/** A line without the blanks that stood for an indent: indents are drawn by style. */
export function cleanLine(line: string): string {
  return withoutEdgeBlanks(storable(line));
}

const blank = /[\s\u00a0\u3000\u2000-\u200b\ufeff]/u;

/**
 * Without the blanks at its edges. By hand, because a pattern that ends in `$` tries every blank in the middle
 * again: 100 KB of blanks took five seconds.
 */
export function withoutEdgeBlanks(text: string, { start = true, end = true } = {}): string {
  let from = 0;
  let to = text.length;
  while (start && from < to && blank.test(text[from]!)) from += 1;
  while (end && to > from && blank.test(text[to - 1]!)) to -= 1;
  return text.slice(from, to);
}

/** A single text is limited; a longer one becomes several, cut between characters. */
export function cutText(text: string, longest = 20_000): string[] {
  if (text.length <= longest) return [text];
  const parts: string[] = [];
  for (let from = 0; from < text.length;) {
    let end = Math.min(from + longest, text.length);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end -= 1;
    parts.push(text.slice(from, end));
    from = end;
  }
  return parts;
}
