import type { JsonPiece } from '@/features/archive-import/records/split-json';

/** The lines of a text that are not blank; one of more than `largest` characters is told and passed over. */
export async function* splitLines(text: AsyncIterable<string>, largest: number): AsyncGenerator<JsonPiece> {
  let kept = '';
  let isTooLarge = false;
  for await (const piece of text) {
    const lines = piece.split('\n');
    for (const [place, line] of lines.entries()) {
      if (place > 0) {
        if (isTooLarge) yield { problem: '一条记录超过 5 MB，没有读取' };
        else if (kept.trim() !== '') yield { text: kept };
        [kept, isTooLarge] = ['', false];
      }
      if (!isTooLarge) kept += line;
      if (kept.length > largest) [kept, isTooLarge] = ['', true];
    }
  }
  if (isTooLarge) yield { problem: '一条记录超过 5 MB，没有读取' };
  else if (kept.trim() !== '') yield { text: kept };
}
