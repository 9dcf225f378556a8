import type { Credit } from '@/features/articles/insert-article';
import { toBodyBlocks } from '@/features/archive-import/body-blocks';
import { readBreadcrumb } from '@/features/archive-import/breadcrumb-line';
import { readDateline } from '@/features/archive-import/dateline';
import { type MetaLine, readMetaLine } from '@/features/archive-import/meta-line';
import type { ReadPage } from '@/features/archive-import/read-page';
import { isBoxTitle, readSideBar } from '@/features/archive-import/side-bar';
import { readClosingCredit, readSignOff } from '@/features/archive-import/sign-off-line';
import type { Outcome, Problem } from '@/lib/problems';

/** How many lines after the breadcrumb a headline and its meta lines take at most. */
const headLength = 8;
const longestHeadline = 80;

/**
 * Reads a page that was saved as plain text: breadcrumb, headline, meta line, body, sign-off, side bar and
 * footer, one line each. `fileTitle` is the headline where the text is a body and nothing else. What a page must
 * have and this one lacks comes back as problems.
 */
export function readPlainTextPage(text: string, fileTitle: string): Outcome<ReadPage> {
  const lines = linesOf(text);
  const trail = lines.length > 0 ? readBreadcrumb(lines[0]!) : undefined;
  const head = readHead(trail === undefined ? lines : lines.slice(1), fileTitle);
  const tail = readTail(head.rest);
  const blocks = toBodyBlocks(tail.body);

  const problems: Problem[] = [];
  if (head.headline === '') problems.push({ field: 'headline', message: '没有找到标题' });
  if (blocks.length === 0) problems.push({ field: 'body', message: '没有找到正文' });
  if (problems.length > 0) return { ok: false, problems };

  const { kicker, headline, subheadline, publishedAt } = head;
  const dateline = readDateline(blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : [])));
  const writers = [...head.credits, ...tail.closing];
  return {
    ok: true,
    value: {
      // Some portals close the trail with the headline itself.
      trail: (trail ?? []).filter((name) => name !== headline),
      kicker,
      headline,
      subheadline,
      publishedAt,
      source: head.source || (dateline?.source ?? ''),
      // A dateline repeats the meta line where there is one.
      credits: [...(writers.length > 0 ? writers : (dateline?.credits ?? [])), ...tail.signOffs],
      blocks,
      originalHeadline: tail.originalHeadline,
      sideBar: tail.sideBar,
      copyrightNotice: tail.copyrightNotice,
    },
  };
}

/** Lines without their typed indents; the blanks of all kinds that pages are laid out with are no text. */
function linesOf(text: string): string[] {
  return text
    .replaceAll(/[\uFEFF\u200B-\u200D\u2060]/gu, '')
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => line.replaceAll(/^[\s\u3000]+|[\s\u3000]+$/gu, ''))
    .filter((line) => line !== '');
}

type Head = MetaLine & { kicker: string; headline: string; subheadline: string; rest: string[] };

function readHead(lines: string[], fileTitle: string): Head {
  const metaStart = lines.slice(0, headLength).findIndex((line) => readMetaLine(line) !== undefined);
  const titles = metaStart === -1 ? titlesWithoutMeta(lines) : lines.slice(0, metaStart);
  const meta: MetaLine = { publishedAt: undefined, source: '', credits: [] };
  let bodyStart = titles.length;
  for (; bodyStart < lines.length; bodyStart += 1) {
    const line = readMetaLine(lines[bodyStart]!);
    if (line === undefined) break;
    meta.publishedAt ??= line.publishedAt;
    meta.source ||= line.source;
    meta.credits.push(...line.credits);
  }
  return { ...meta, ...titlesFrom(titles, fileTitle), rest: lines.slice(bodyStart) };
}

/** Without a meta line only a first line that is no sentence can be the headline, and only if text follows. */
function titlesWithoutMeta(lines: string[]): string[] {
  const [first] = lines;
  const isHeadline =
    lines.length > 1 &&
    first !== undefined &&
    first.length <= longestHeadline &&
    !/[。！…；;，,]$/u.test(first);
  return isHeadline ? [first] : [];
}

/** One line is the headline. Of two, the one that begins with a dash is a subheadline, else the first a kicker. */
function titlesFrom(titles: string[], fileTitle: string): Pick<Head, 'kicker' | 'headline' | 'subheadline'> {
  const isSubheadline = (line: string | undefined) => line !== undefined && /^[—–-]/u.test(line);
  const plain = (line: string) => line.replace(/^[—–-]+\s*/u, '');
  const [first = fileTitle, second, third] = titles;
  if (second === undefined) return { kicker: '', headline: first, subheadline: '' };
  if (third === undefined && isSubheadline(second))
    return { kicker: '', headline: first, subheadline: plain(second) };
  return { kicker: first, headline: second, subheadline: third === undefined ? '' : plain(third) };
}

type Tail = Pick<ReadPage, 'sideBar' | 'copyrightNotice' | 'originalHeadline'> & {
  body: string[];
  closing: Credit[];
  signOffs: Credit[];
};

const copyrightLine = /copyright|©|版权所有|all rights reserved/iu;
const originalHeadline = /^[（(【]?\s*原(?:标题|题)\s*[:：]\s*(?<text>.+?)\s*[)）】]?$/u;

/** Takes a page apart from its end: footer, side bar, sign-off, and what is left is the body. */
function readTail(lines: string[]): Tail {
  const footerStart = lines.findIndex((line) => line.length <= 200 && copyrightLine.test(line));
  const footer =
    footerStart === -1 ? [] : lines.slice(footerStart).filter((line) => copyrightLine.test(line));
  const above = footerStart === -1 ? lines : lines.slice(0, footerStart);

  const signOffStart = above.findIndex((line) => readSignOff(line) !== undefined);
  const boxStart = above.findIndex((line, index) => index > Math.max(0, signOffStart) && isBoxTitle(line));
  const boxAt = boxStart === -1 ? above.length : boxStart;
  const textEnd = signOffStart === -1 ? boxAt : Math.min(signOffStart, boxAt);
  const signOffs = above.slice(textEnd, boxAt).flatMap((line) => readSignOff(line) ?? []);

  const body = above.slice(0, textEnd);
  const original = body.findIndex((line) => originalHeadline.test(line));
  const [originalLine] = original === -1 ? [] : body.splice(original, 1);
  // Who wrote may stand in the last lines of the text; the lines themselves stay.
  const closing = body.slice(-3).flatMap(readClosingCredit);
  return {
    body,
    closing,
    signOffs,
    sideBar: readSideBar(above.slice(boxAt)),
    copyrightNotice: footer.join(' '),
    originalHeadline:
      originalLine === undefined ? '' : (originalHeadline.exec(originalLine)?.groups?.text ?? ''),
  };
}
