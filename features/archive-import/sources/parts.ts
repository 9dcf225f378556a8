/*
 * Paged articles: t123.html, t123_2.html, t123_3.html. The names say only what may belong together; whether it
 * does, the headlines say when the pages are read.
 */

const numbered = /^(?<stem>.+?)(?:[_-](?<plain>\d{1,2})|\((?<bracketed>\d{1,2})\))(?<ending>\.[a-z]+)$/iu;

/** The name of the first page, if this name may be that of a further one. */
export function firstPagesOf(filePath: string): string[] {
  const { stem, plain, bracketed, ending } = numbered.exec(filePath)?.groups ?? {};
  const number = Number(plain ?? bracketed ?? 0);
  if (stem === undefined || number < 2) return [];
  return [`${stem}${ending}`, `${stem}_1${ending}`, `${stem}-1${ending}`];
}

const forms = [
  (stem: string, number: number, ending: string) => `${stem}_${number}${ending}`,
  (stem: string, number: number, ending: string) => `${stem}-${number}${ending}`,
  (stem: string, number: number, ending: string) => `${stem}(${number})${ending}`,
];

const mostParts = 60;

/** The further pages of a page, as far as they follow each other without a gap. */
export async function findParts(
  filePath: string,
  exists: (filePath: string) => boolean | Promise<boolean>,
): Promise<string[]> {
  const dot = filePath.lastIndexOf('.');
  if (dot <= filePath.lastIndexOf('/') + 1) return [];
  const [whole, ending] = [filePath.slice(0, dot), filePath.slice(dot)];
  const stem = whole.replace(/[_-]1$/u, '');
  for (const form of forms) {
    const parts: string[] = [];
    for (let number = 2; number <= mostParts; number += 1) {
      const part = form(stem, number, ending);
      if (!(await exists(part))) break;
      parts.push(part);
    }
    if (parts.length > 0) return parts;
  }
  return [];
}

/** Whether a page is a further one of another that is there, and so comes with that one. */
export async function isFurtherPart(
  filePath: string,
  exists: (filePath: string) => boolean | Promise<boolean>,
): Promise<boolean> {
  for (const first of firstPagesOf(filePath)) {
    if ((await exists(first)) && (await findParts(first, exists)).includes(filePath)) return true;
  }
  return false;
}
