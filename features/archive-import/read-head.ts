import { isBreadcrumbOpening, readBreadcrumb } from '@/features/archive-import/breadcrumb-line';
import { isFurnitureLine, isKeywordLine } from '@/features/archive-import/furniture-line';
import { isMetaLine, type MetaLine, readMetaLine } from '@/features/archive-import/meta-line';
import {
  claim,
  endsAsSentence,
  isRunningText,
  type PageLine,
  unclaimed,
} from '@/features/archive-import/page-lines';
import {
  type ChosenTitles,
  chooseTitles,
  couldBeTitle,
  type Titles,
} from '@/features/archive-import/title-lines';

export type Head = Titles & { trail: string[]; metas: MetaLine[]; abstract: string; doubts: string[] };

/** A trail that says what it is may stand below a whole navigation; one that does not stands at the top. */
const deepestTrail = 200;
const deepestBareTrail = 3;
const longestSlogan = 30;
/** Headline lines above a meta line, furniture not counted; more is navigation, if the meta line is beyond doubt. */
const mostTitles = 8;
const mostNavigation = 200;

const longestAbstract = 400;
const abstractLine =
  /^[【[]?\s*(?:核心提示|内容提要|内容摘要|摘要|提要|导读)\s*[】\]]?\s*[:：]?\s*(?<text>.{10,})$/u;

/**
 * Claims what stands above the text: breadcrumb, headline lines, meta lines. `fileTitle` is the headline of a
 * page that is a text and nothing else.
 */
export function readHead(lines: PageLine[], fileTitle: string): Head {
  const doubts: string[] = [];
  const trail = claimBreadcrumb(lines);
  const { titles, metas, abstract } = claimTitles(lines, fileTitle);
  if (titles.doubt !== undefined) doubts.push(`${titles.doubt}，请核对标题`);
  const { kicker, headline, subheadline } = titles;
  return { trail: withoutHeadline(trail, headline), kicker, headline, subheadline, metas, abstract, doubts };
}

function claimBreadcrumb(lines: PageLine[]): string[] {
  for (const [index, line] of lines.slice(0, deepestTrail).entries()) {
    const next = lines[index + 1];
    const isSplit = isBreadcrumbOpening(line.text) && next !== undefined;
    const found = readBreadcrumb(isSplit ? `${line.text} ${next.text}` : line.text);
    // Below a text nothing is a trail: all above it would be taken for navigation.
    if (isRunningText(line.text) && line.text.length > longestSlogan) return [];
    if (found === undefined || (!found.isCertain && index > deepestBareTrail)) continue;
    const trail = isSplit ? [line, next] : [line];
    claim(trail, 'breadcrumb');
    // Above it is the site's navigation, unless the headline is: then the meta line follows the trail at once.
    const below = lines[index + trail.length];
    const isBelowHeadline = below !== undefined && metaOf(below) !== undefined;
    claim(lines.slice(0, isBelowHeadline ? Math.max(0, index - 1) : index), 'leftOut');
    return found.names;
  }
  return [];
}

/** Some portals close the trail with the headline itself, cut short or whole. */
function withoutHeadline(trail: string[], headline: string): string[] {
  return trail.filter((name) => {
    const whole = name.replace(/(?:\.{2,}|…+)$/u, '');
    return name === whole ? name !== headline : !headline.startsWith(whole);
  });
}

function metaOf({ text }: PageLine): MetaLine | undefined {
  const meta = readMetaLine(text);
  return meta !== undefined && isMetaLine(text, meta) ? meta : undefined;
}

function claimTitles(lines: PageLine[], fileTitle: string) {
  const open = unclaimed(lines);
  const { above, start } = findMeta(open);
  const meta = start === -1 ? undefined : metaOf(open[start]!);
  const titles =
    meta === undefined ? titlesWithoutMeta(open, fileTitle) : titlesAboveMeta(above, meta, fileTitle);
  claim(titles.used, 'title');
  claim(titles.spare, 'leftOut');
  const from = start === -1 ? titles.used.length : start;
  const { metas, abstract, end } = claimMetas(open, from);
  if (titles.headline !== '' || start === -1)
    return { titles: withFileTitle(titles, fileTitle), metas, abstract };
  // The meta line is the first line: the headline follows it.
  const after = titlesWithoutMeta(open.slice(end), fileTitle);
  claim(after.used, 'title');
  return { titles: withFileTitle(after, fileTitle), metas, abstract };
}

/** The first meta line with nothing but headline lines, navigation and furniture above it. */
function findMeta(open: PageLine[]): { above: PageLine[]; start: number } {
  const none = { above: [], start: -1 };
  const above: PageLine[] = [];
  for (const [index, line] of open.entries()) {
    const meta = metaOf(line);
    const isBeyondDoubt = meta?.times.some(({ hasClock }) => hasClock) && hasTextBelow(open, index);
    if (meta !== undefined && isAboveSomething(open, index) && (above.length <= mostTitles || isBeyondDoubt))
      return { above, start: index };
    if (isFurnitureLine(line.text)) continue;
    // A quotation may be a headline: “桥修好了，我们回家。”
    const isSentenceAsTitle = above.length === 0 && line.text.length <= 45 && isMetaAt(open, index + 1);
    if ((isRunningText(line.text) && !isSentenceAsTitle) || above.length >= mostNavigation) return none;
    above.push(line);
  }
  return none;
}

function isMetaAt(open: PageLine[], index: number): boolean {
  return open[index] !== undefined && metaOf(open[index]) !== undefined;
}

/** A meta line with nothing but its like below it closes the page instead of opening it. */
function isAboveSomething(open: PageLine[], index: number): boolean {
  return open.slice(index + 1).some((line) => metaOf(line) === undefined && !isFurnitureLine(line.text));
}

/** A poem's date stands below its lines; an article's stands above its text. */
function hasTextBelow(open: PageLine[], index: number): boolean {
  return open.slice(index + 1).some(({ text }) => isRunningText(text) && text.length > 20);
}

function titlesAboveMeta(above: PageLine[], meta: MetaLine, fileTitle: string): ChosenTitles {
  if (meta.times.length > 0 || meta.source !== '') return chooseTitles(above, fileTitle);
  // A reporter's name alone may stand below a picture's caption: only the first line is certain.
  return chooseTitles(above.slice(0, above[1] && /^[—–―]/u.test(above[1].text) ? 2 : 1), fileTitle);
}

/** Without a meta line only a first line that is no sentence can be the headline, and only if text follows. */
function titlesWithoutMeta(open: PageLine[], fileTitle: string): ChosenTitles {
  const [first, second] = open;
  const none: ChosenTitles = { kicker: '', headline: '', subheadline: '', used: [], spare: [] };
  if (first === undefined || second === undefined || isFurnitureLine(first.text)) return none;
  if (!couldBeTitle(first.text) || (endsAsSentence(first.text) && couldBeHeadlineOfFile(fileTitle)))
    return none;
  const hasSubheadline =
    /^[—–―]{1,4}\s*[^\s—–―]/u.test(second.text) && couldBeTitle(second.text) && open.length > 2;
  return chooseTitles(hasSubheadline ? [first, second] : [first], fileTitle);
}

/** A file name in words, not 0001 or page-3. */
function couldBeHeadlineOfFile(fileTitle: string): boolean {
  return (fileTitle.match(/\p{sc=Han}/gu)?.length ?? 0) >= 8;
}

function withFileTitle(titles: ChosenTitles, fileTitle: string): ChosenTitles {
  // One or two words with a bar are the head of a navigation, where the file is named in a sentence.
  const isLabel = /^[^|]{1,8}[|｜]+$/u.test(titles.headline) && couldBeHeadlineOfFile(fileTitle);
  return titles.headline === '' || isLabel ? { ...titles, headline: fileTitle } : titles;
}

/** The meta lines in a row, with the furniture between them, and the page's own abstract where it has one. */
function claimMetas(open: PageLine[], from: number): { metas: MetaLine[]; abstract: string; end: number } {
  const metas: MetaLine[] = [];
  let end = from;
  for (; end < open.length; end += 1) {
    const line = open[end]!;
    const meta = metaOf(line);
    // A page of one line keeps it as its text.
    if (meta !== undefined && open.length > 1) {
      metas.push(meta);
      line.use = 'meta';
    } else if (isFurnitureLine(line.text) || (end > from && isKeywordLine(line.text))) line.use = 'leftOut';
    else break;
  }
  const next = open[end]?.text ?? '';
  const abstract = next.length <= longestAbstract ? abstractLine.exec(next)?.groups?.text : undefined;
  return { metas, abstract: abstract ?? '', end };
}
