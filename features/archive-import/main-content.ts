import { namesEditors, readSignOff } from '@/features/archive-import/sign-off-line';
import { isClosingNotice, isFurnitureLine } from '@/features/archive-import/furniture-line';
import type { HtmlLine, PageElement, ScannedPage } from '@/features/archive-import/scan-html';

/** Names that boxes beside, below and above articles have on sites of all kinds. Weak: a box of mostly prose wins. */
const outsideNames =
  /(?:^|[\s_-])(?:nav|navbar|menu|foot|footer|copyright|aside|side|sidebar|comment|comments|pinglun|relate|related|relation|recommend|tuijian|xiangguan|hot|hotnews|rank|paihang|share|login|toolbar|ad|ads|advert|banner|statement|disclaimer|shengming|mianze|breadcrumb|crumb|crumbs|pager|tags?|keywords?|qrcode)(?=$|[\s_\d-])|relatenews|relatednews|copyright|comment(?:box|list)|sharebox|footer|disclaimer/u;
const commentNames = /(?:^|[\s_-])(?:comments?|pinglun|disclaimer|copyright)(?=$|[\s_\d-])/u;
const contentNames =
  /article|content|artibody|text|main|body|detail|zhengwen|neirong|ozoom|zoom|trs_editor|post|entry|story|news_txt|rich/u;
const outsideTags = new Set(['nav', 'footer', 'aside']);

export type MainContent = { start: number; end: number; element: PageElement; outside: Set<PageElement> };

/**
 * The element that holds the article: the one with the most running text near its surface, seen from the
 * headline's line down. Undefined where nothing reads like text.
 */
export function findMainContent(page: ScannedPage, headlineLine: number): MainContent | undefined {
  const raw = page.lines.map((line) => proseOf(line));
  const total = raw.reduce((sum, mass) => sum + mass, 0);
  if (total === 0) return undefined;
  const sums = prefixSums(raw);
  const outside = outsideElements(page, sums, total);
  const mass = raw.map((value, index) => {
    if (outside.has(page.lines[index]!.element)) return value * 0.1;
    return index < headlineLine ? value * 0.3 : value;
  });
  const good = prefixSums(mass);
  const scores = scoreElements(page, mass, headlineLine, good);
  let best: PageElement | undefined;
  for (const [element, score] of scores) if (best === undefined || score > scores.get(best)!) best = element;
  if (best === undefined) return undefined;
  const element = climb(best, page, good);
  const start = Math.max(element.start, headlineLine >= element.start ? headlineLine + 1 : element.start);
  return { start, end: element.end, element, outside };
}

function prefixSums(values: number[]): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (const [index, value] of values.entries()) sums[index + 1] = sums[index]! + value;
  return sums;
}

/** Characters of running text in a line: those outside links, counted little where no sentence is marked. */
export function proseOf({ text, linked }: HtmlLine): number {
  const own = text.length - linked;
  if (own < 8 || linked > text.length * 0.6) return 0;
  if (isFurnitureLine(text) || isClosingNotice(text)) return 0;
  if (/copyright|版权所有|ICP[备证]|许可证/iu.test(text)) return 0;
  return /[，。；！？…]|[,.;!?]\s/u.test(text) ? own : own * 0.3;
}

function outsideElements({ elements }: ScannedPage, sums: Float64Array, total: number): Set<PageElement> {
  const outside = new Set<PageElement>();
  for (const element of elements) {
    if (element.parent !== undefined && outside.has(element.parent)) {
      outside.add(element);
      continue;
    }
    if (/^(?:html|body|#document)$/u.test(element.tag)) continue;
    if (!outsideTags.has(element.tag) && !outsideNames.test(element.names)) continue;
    // Readers' comments may be longer than the article they stand under.
    const most = commentNames.test(element.names) ? 0.9 : 0.5;
    if (sums[element.end]! - sums[element.start]! < total * most) outside.add(element);
  }
  return outside;
}

const shares = [1, 1, 0.7, 0.4];

function scoreElements(
  { lines }: ScannedPage,
  mass: number[],
  headlineLine: number,
  good: Float64Array,
): Map<PageElement, number> {
  const scores = new Map<PageElement, number>();
  for (const [index, line] of lines.entries()) {
    let element: PageElement | undefined = line.element;
    for (const share of shares) {
      if (element === undefined || element.tag === 'html') break;
      scores.set(element, (scores.get(element) ?? 0) + mass[index]! * share);
      element = element.parent;
    }
  }
  const sizes = prefixSums(lines.map(({ text }) => text.length));
  for (const [element, score] of scores) {
    // Prose among many other lines is a column of the page rather than an article.
    const purity =
      (good[element.end]! - good[element.start]!) / Math.max(1, sizes[element.end]! - sizes[element.start]!);
    let weight = contentNames.test(element.names) || element.tag === 'article' ? 1.2 : 1;
    if (element.end <= headlineLine) weight *= 0.3;
    // What stands soon after the headline is its text; comments and other stories come later.
    else if (headlineLine >= 0) {
      const between = good[Math.max(element.start, headlineLine)]! - good[headlineLine]!;
      if (between > score) weight *= 0.6;
    }
    if (/^(?:p|span|li|td)$/u.test(element.tag)) weight *= 0.95;
    scores.set(element, score * weight * (0.5 + purity / 2));
  }
  return scores;
}

/** Goes up while the box around holds more of the text and not much else: pages of many boxes, one per part. */
function climb(best: PageElement, page: ScannedPage, good: Float64Array): PageElement {
  const massOf = ({ start, end }: PageElement) => good[end]! - good[start]!;
  let chosen = best;
  // A box that ends with its editors is complete.
  const isSigned = page.lines.slice(Math.max(best.start, best.end - 4), best.end).some(({ parted }) => {
    const meta = readSignOff(parted.replaceAll(/^[（(【[]\s*|\s*[)）】\]]$/gu, ''));
    return meta !== undefined && namesEditors(meta);
  });
  if (isSigned) return best;
  for (let element = best.parent; element !== undefined && element.tag !== 'body'; element = element.parent) {
    if (element.tag === 'html' || element.tag === '#document') break;
    // A little more beside a box that is called the article's is a promotion above or a notice below it.
    const share = contentNames.test(chosen.names) ? 1.6 : 1.3;
    if (massOf(element) < massOf(chosen) * share) continue;
    let all = 0;
    let linked = 0;
    for (let index = element.start; index < element.end; index += 1) {
      if (index >= chosen.start && index < chosen.end) continue;
      all += page.lines[index]!.text.length;
      linked += page.lines[index]!.linked;
    }
    if (linked > all * 0.25) break;
    chosen = element;
  }
  return chosen;
}
