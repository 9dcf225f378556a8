import { couldBeTitle } from '@/features/archive-import/title-lines';
import { type MetaLine, isMetaLine, readMetaLine } from '@/features/archive-import/meta-line';
import { readBreadcrumb } from '@/features/archive-import/breadcrumb-line';
import { isFurnitureLine } from '@/features/archive-import/furniture-line';
import type { HtmlLine, ScannedPage } from '@/features/archive-import/scan-html';

export type Headline = {
  kicker: string;
  headline: string;
  subheadline: string;
  /** The line it stands on; -1 where only the page's head has it. */
  line: number;
  isCertain: boolean;
};

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/**
 * The headline of a page: the line that the browser's title, og:title or JSON-LD begins with, else its first
 * heading; with the kicker and the subheadline that stand in the same box. `hint` is a file's name in words.
 */
export function findHeadline(page: ScannedPage, named: string[], hint: string): Headline {
  const witnesses = [...named, page.title, hint].map((text) => text.trim()).filter((text) => text !== '');
  const folded = witnesses.map(plain).filter((text) => text.length >= 4);
  let best: { line: number; score: number } | undefined;
  for (const [index, line] of page.lines.entries()) {
    const score = scoreOf(line, folded);
    if (score > (best?.score ?? 0)) best = { line: index, score };
  }
  if (best === undefined || best.score < 3) {
    const line = lineAboveMeta(page);
    if (line !== undefined) return { ...around(page, line), line, isCertain: false };
    const [first = ''] = witnesses;
    return { kicker: '', headline: withoutSite(first), subheadline: '', line: -1, isCertain: false };
  }
  return { ...around(page, best.line), line: best.line, isCertain: best.score >= 5 };
}

/** Old pages have the site's name as their title: the headline is the line above the first time of the day. */
function lineAboveMeta({ lines }: ScannedPage): number | undefined {
  const meta = lines.findIndex(({ parted }) => readMetaLine(parted)?.times.some(({ hasClock }) => hasClock));
  if (meta < 1) return undefined;
  for (let index = meta - 1; index >= Math.max(0, meta - 4); index -= 1) {
    const { text, parted, linked } = lines[index]!;
    const isTitle = text.length >= 6 && linked === 0 && couldBeTitle(text) && !isFurnitureLine(text);
    if (isTitle && readBreadcrumb(parted) === undefined && !isAbout(lines[index]!)) return index;
  }
  return undefined;
}

function scoreOf(line: HtmlLine, witnesses: string[]): number {
  const { text, linked, element } = line;
  if (text.length > 120 || linked > text.length * 0.6) return 0;
  const bare = plain(text);
  if (bare.length < 4) return 0;
  const matching = witnesses.filter((witness) => witness.startsWith(bare) || bare.startsWith(witness));
  const within = matching.length === 0 && bare.length >= 8 && witnesses.some((one) => one.includes(bare));
  const names = `${element.names} ${element.parent?.names ?? ''}`;
  const heading = /^h([1-4])$/u.exec(element.tag)?.[1];
  let score = matching.length > 0 ? 4 + Math.min(2, bare.length / 15) + (matching.length > 1 ? 0.5 : 0) : 0;
  if (within) score = 3;
  if (heading === '1') score += 3;
  else if (heading !== undefined) score += 0.8;
  if (/title|headline|biaoti|\bbt\b/u.test(names) && !/sub|side|fu|small/u.test(names)) score += 0.7;
  if (/[。；]$/u.test(text)) score -= 1;
  if (readBreadcrumb(text) !== undefined || isFurnitureLine(text)) score -= 3;
  return score;
}

const longestAround = 60;

function around({ lines }: ScannedPage, at: number): Pick<Headline, 'kicker' | 'headline' | 'subheadline'> {
  const line = lines[at]!;
  const box = line.element.parent;
  const isNear = (other: HtmlLine | undefined): other is HtmlLine =>
    other !== undefined &&
    other.linked === 0 &&
    other.text.length <= longestAround &&
    couldBeTitle(other.text) &&
    plain(other.text) !== plain(line.text) &&
    !isFurnitureLine(other.text) &&
    readBreadcrumb(other.text) === undefined &&
    !isAbout(other);
  const above = lines[at - 1];
  const below = lines[at + 1];
  const kickerNames = /yinti|kicker|pretitle|pre-title|shoulder|jianti|lead-?title|uptitle|toptitle/u;
  const subNames = /futi|sub-?title|sub-?head|second-?title|title2|subhead|fubiaoti/u;
  const isKicker =
    isNear(above) &&
    above.text.length >= 4 &&
    (kickerNames.test(namesOf(above)) ||
      above.element === line.element ||
      (/^h[1-6]$/u.test(above.element.tag) && above.element.parent === box) ||
      (lines[at + 1]?.element !== above.element &&
        above.element.parent === box &&
        /^p$/u.test(above.element.tag)));
  const isSub =
    isNear(below) &&
    (/^[—–―─-]{1,4}\s*[^\s—–―─-]/u.test(below.text) ||
      subNames.test(namesOf(below)) ||
      below.element === line.element ||
      (/^h[1-6]$/u.test(below.element.tag) && below.element.parent === box));
  return {
    kicker: isKicker ? above.text : '',
    headline: line.text,
    subheadline: isSub ? below.text.replace(/^[—–―─-]+\s*/u, '') : '',
  };
}

const namesOf = ({ element }: HtmlLine) => `${element.names} ${element.parent?.names ?? ''}`;

function isAbout({ parted }: HtmlLine): boolean {
  const meta: MetaLine | undefined = readMetaLine(parted);
  return meta !== undefined && isMetaLine(parted, meta);
}

/** 标题_栏目_站名 without the names; a dash inside a headline stays when what follows is long. */
export function withoutSite(title: string): string {
  const cut = title.replace(/\s*(?:_|-{2,}|\s[|-]\s|[|｜](?=[^|｜]{2,12}$)).*$/u, '').trim();
  const last = (cut === '' ? title : cut).replace(
    /\s*[-—–]+\s*[^-—–\s]{1,10}(?:网|报|社|台|频道|新闻|在线|客户端|门户|政府)[^-—–]{0,6}$/u,
    '',
  );
  return last.trim();
}
