import { bodyLinesOf } from '@/features/archive-import/html-body';
import { readPictures } from '@/features/archive-import/html-pictures';
import { linesOf } from '@/features/archive-import/page-lines';
import { withoutShortcodes, withParagraphs } from '@/features/archive-import/records/read-wxr';
import { scanHtml, UnreadableHtml } from '@/features/archive-import/scan-html';
import type { ReadPicture } from '@/lib/import-run';

/** The lines of a body that stands by itself, and its pictures, each before the line before which it stood. */
export type RecordLines = { content: string[]; pictures: ReadPicture[] };

export function linesOfText(text: string): RecordLines {
  return { content: linesOf(text).map((line) => line.text), pictures: [] };
}

/** Of a body in HTML: all of it is the article's, but captions and what editors pasted around it are not its text. */
export function linesOfHtml(html: string, headline: string, isWordPress: boolean): RecordLines {
  try {
    const page = scanHtml(isWordPress ? withParagraphs(withoutShortcodes(html)) : html);
    const content = {
      start: 0,
      end: page.lines.length,
      element: page.elements[0]!,
      outside: new Set<never>(),
    };
    const lines = bodyLinesOf(page, content, headline);
    const texts = lines.filter(({ kind }) => kind === 'text');
    const before = (line: number) => texts.filter(({ index }) => index < line).length;
    return {
      content: texts.map(({ text }) => text),
      pictures: readPictures(page, content, lines, before, ''),
    };
  } catch (error) {
    if (error instanceof UnreadableHtml) return { content: [], pictures: [] };
    throw error;
  }
}
