import type { Credit } from '@/lib/contributor-role';
import { toBodyBlocks } from '@/features/archive-import/body-blocks';
import { readClosingNames } from '@/features/archive-import/closing-names';
import { findHeadline } from '@/features/archive-import/find-headline';
import { type BodyLine, bodyLinesOf } from '@/features/archive-import/html-body';
import { type HtmlMetadata, readHtmlMetadata } from '@/features/archive-import/html-metadata';
import { readAround } from '@/features/archive-import/html-around';
import { readPictures } from '@/features/archive-import/html-pictures';
import { readHtmlTrail } from '@/features/archive-import/html-trail';
import { findMainContent } from '@/features/archive-import/main-content';
import { readBreadcrumb } from '@/features/archive-import/breadcrumb-line';
import { identityOf } from '@/features/archive-import/page-identity';
import { type MetaLine, readMetaLine } from '@/features/archive-import/meta-line';
import { claimOriginals } from '@/features/archive-import/original-lines';
import { factsOf, isWriter, withoutRepeats } from '@/features/archive-import/page-facts';
import type { PageLine } from '@/features/archive-import/page-lines';
import { readsAsName, splitNames } from '@/features/archive-import/person-names';
import type { ReadBlock, ReadPage } from '@/features/archive-import/read-page';
import { claimClosingLines, splitLastParagraph } from '@/features/archive-import/read-tail';
import { type ScannedPage, scanHtml, UnreadableHtml } from '@/features/archive-import/scan-html';
import type { Outcome, Problem } from '@/lib/problems';

/**
 * Reads a saved web page: the text by structure and density, the facts from the lines around it, what the
 * head says for machines last. `fileTitle` is the file's name in words, one witness of the headline. Gives the
 * same result as readPlainTextPage; never throws.
 */
export function readHtmlPage(html: string, fileTitle: string, doubts: string[] = []): Outcome<ReadPage> {
  let page: ScannedPage;
  try {
    page = scanHtml(html);
  } catch (error) {
    if (error instanceof UnreadableHtml) return refused('file', error.message);
    throw error;
  }
  const metadata = readHtmlMetadata(page);
  const title = findHeadline(page, metadata.titles, fileTitle);
  const content = findMainContent(page, title.line);
  if (title.headline === '' || content === undefined)
    return nothingFound(title.headline, content === undefined);

  const lines = bodyLinesOf(page, content, title.headline);
  const body: PageLine[] = textOf(lines);
  const original = claimOriginals(body);
  const around = readAround(page, content, title, lines, body);
  const signOffs: MetaLine[] = [...around.below];
  const open = body.filter(({ use }) => use === undefined);
  claimClosingLines(open, signOffs);
  const inline = splitLastParagraph(open.filter(({ use }) => use === undefined));
  if (inline !== undefined) signOffs.push(inline);
  const kept = open.filter(({ use }) => use === undefined);
  for (const line of kept) line.use = 'body';
  const texts = kept.map(({ text }) => text);
  const blocks = toBodyBlocks(texts);
  if (blocks.length === 0) return nothingFound(title.headline, true);

  const facts = factsOf(
    { metas: around.above, doubts: title.isCertain ? [] : ['标题没有把握，请核对标题'] },
    { signOffs, doubts: [] },
    texts,
  );
  const trail = readHtmlTrail(page, title.line === -1 ? content.start : title.line, title.headline);
  const { kicker, headline, subheadline } = title;
  return {
    ok: true,
    value: {
      trail: trail.length > 0 ? trail : metadata.trail.filter((name) => name !== headline),
      kicker,
      headline,
      subheadline,
      ...withMetadata(facts, metadata, texts),
      abstract: around.abstract,
      blocks,
      pictures: readPictures(page, content, lines, blockCounter(lines, body, blocks), metadata.address),
      ...original,
      address: metadata.address,
      sideBar: undefined,
      copyrightNotice: '',
      lines: usesOf(page, lines, body, title.line),
      doubts: [...doubts, ...new Set(withMetadata(facts, metadata, texts).doubts)],
      identity: identityOf(metadata.address, [headline, ...texts]),
    },
  };
}

function refused(field: string, message: string): Outcome<ReadPage> {
  return { ok: false, problems: [{ field, message }] };
}

function nothingFound(headline: string, hasNoBody: boolean): Outcome<ReadPage> {
  const problems: Problem[] = [];
  if (headline === '') problems.push({ field: 'headline', message: '没有找到标题' });
  if (hasNoBody) problems.push({ field: 'body', message: '没有找到正文' });
  return { ok: false, problems };
}

function textOf(lines: BodyLine[]): PageLine[] {
  return lines.filter(({ kind }) => kind === 'text').map(({ text }) => ({ text, use: undefined }));
}

/** Editors of some portals sign with a number behind their names: PN010. */
const staffNumber = /^[A-Z]{1,4}\d{2,}$/u;

type Facts = Pick<ReadPage, 'publishedAt' | 'source' | 'credits' | 'doubts'>;

/** What readers see comes first; the head fills what is missing. */
function withMetadata(facts: Facts, metadata: HtmlMetadata, texts: string[]): Facts {
  const { publishedAt, source } = facts;
  const doubts = [...facts.doubts];
  const isDayOnly = doubts.some((one) => one.startsWith('发布时间只有日期'));
  const isSameDay =
    isDayOnly &&
    publishedAt !== undefined &&
    metadata.publishedAt !== undefined &&
    Math.abs(metadata.publishedAt.getTime() - publishedAt.getTime()) < 86_400_000 &&
    metadata.publishedAt > publishedAt;
  const closing = [texts.at(-1), texts.at(-2), texts[0]].flatMap((text) =>
    text === undefined ? [] : readClosingNames(text),
  );
  const hasWriter = facts.credits.some(isWriter);
  const written: Credit[] = hasWriter ? [] : closing.length > 0 ? closing : authorsOf(metadata);
  const hasEditor = facts.credits.some(({ role }) => /editor/iu.test(role));
  const edited = hasEditor
    ? []
    : metadata.editors.filter(readsAsName).map((name): Credit => ({ role: 'editor', name }));
  return {
    publishedAt: isSameDay ? metadata.publishedAt : (publishedAt ?? metadata.publishedAt),
    source: source === '' && metadata.source.length <= 30 ? metadata.source : source,
    credits: withoutRepeats([...written, ...facts.credits, ...edited]).filter(
      ({ name }) => !staffNumber.test(name),
    ),
    doubts: isSameDay ? doubts.filter((one) => !one.startsWith('发布时间只有日期')) : doubts,
  };
}

function authorsOf({ authors }: HtmlMetadata): Credit[] {
  return authors
    .flatMap((text) => splitNames(text).names)
    .filter(readsAsName)
    .map((name) => ({ role: 'reporter', name }));
}

/** For a line of the page, how many blocks of the stored text stand before it. */
function blockCounter(lines: BodyLine[], body: PageLine[], blocks: ReadBlock[]): (line: number) => number {
  const places = lines
    .filter(({ kind }) => kind === 'text')
    .flatMap(({ index }, at) => (body[at]!.use === 'body' ? [index] : []));
  const starts: number[] = [];
  let at = 0;
  for (const block of blocks) {
    starts.push(places[at] ?? Number.POSITIVE_INFINITY);
    at += block.type === 'subhead' ? block.lines.length : 1;
  }
  return (line) => starts.filter((start) => start < line).length;
}

/** How far above the text its facts stand. */
const factLines = 30;

function usesOf(
  page: ScannedPage,
  lines: BodyLine[],
  body: PageLine[],
  titleLine: number,
): ReadPage['lines'] {
  const uses = new Map<number, PageLine['use']>();
  let at = 0;
  for (const { index, kind } of lines) {
    if (kind !== 'text') continue;
    uses.set(index, body[at]!.use);
    at += 1;
  }
  if (titleLine >= 0) uses.set(titleLine, 'title');
  const start = Math.min(...lines.map(({ index }) => index));
  // The facts were taken from them; an editor who compares should not read that they were left out.
  for (let index = Math.max(0, start - factLines); index < start; index += 1) {
    const { text } = page.lines[index]!;
    if (uses.has(index) || text.length > 200) continue;
    if (readBreadcrumb(text) !== undefined) uses.set(index, 'breadcrumb');
    else if (readMetaLine(text) !== undefined) uses.set(index, 'meta');
  }
  return page.lines.map(({ text }, index) => ({ text, use: uses.get(index) ?? 'leftOut' }));
}
