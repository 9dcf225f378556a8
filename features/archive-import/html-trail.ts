import { isBreadcrumbOpening, readBreadcrumb } from '@/features/archive-import/breadcrumb-line';
import { foldWidth } from '@/features/archive-import/page-lines';
import type { PageElement, ScannedPage } from '@/features/archive-import/scan-html';

const crumbNames =
  /crumb|location|position|(?:^|[\s_-])(?:path|pos|weizhi|dqwz|mbx|dangqian|channelpath|navpath|lujing|mianbaoxie|place|site-?path|where)(?=$|[\s_\d-])|nav_?path|bread|curpos|dqwz|wz_|current[-_]?(?:pos|loc|nav|path)|guide/u;
const lastStep =
  /^(?:正文|正文页|内容|内容页|详情|文章详情|新闻详情|详细内容|文章内容|文章正文|新闻正文|浏览文章|阅读文章)$/u;
const longestName = 20;
const mostLevels = 8;

/**
 * The trail of a page down to the section: in a line that reads as one, or in a small box whose name or
 * opening says so, where arrows were pictures or drawn by the style sheet. Lines up to `before`.
 */
export function readHtmlTrail(page: ScannedPage, before: number, headline: string): string[] {
  const lines = page.lines.slice(0, before);
  let bare: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.text.length > 160) continue;
    const box = trailBox(line.element);
    const opens = isBreadcrumbOpening(line.parted);
    const found = opens ? undefined : readBreadcrumb(line.parted);
    if (
      found !== undefined &&
      found.names.length > 0 &&
      (found.isCertain || box !== undefined || nearEnd(index, before))
    ) {
      const hasArrows = /[>＞›»→≫〉]/u.test(line.parted);
      return tidy(hasArrows || line.links.length < 2 ? found.names : namesOf(line.links), headline);
    }
    if (box !== undefined || opens) {
      const names = boxNames(page, box ?? line.element.parent ?? line.element, opens ? index : undefined);
      if (names.length > 0 && bare.length === 0) bare = tidy(names, headline);
    }
  }
  if (bare.length > 0) return bare;
  // 新闻 > 要闻 without any sign of its own, right above the headline: at least its parts are links.
  for (const line of lines.slice(-6).toReversed()) {
    const parts = line.parted.split(/\s*[>＞›»→≫〉]+\s*/u).filter((part) => part !== '');
    const isTrail = parts.length >= 2 && parts.length <= mostLevels && line.links.length > 0;
    if (isTrail && parts.every((part) => part.length <= longestName)) return tidy(parts, headline);
    const slash = line.parted.split(/\s+[/|·-]\s+|\s*::\s*/u);
    if (slash.length >= 2 && line.links.length >= 1 && line.parted.endsWith('正文'))
      return tidy(slash, headline);
  }
  return [];
}

const nearEnd = (index: number, before: number) => index >= before - 8;

function trailBox(element: PageElement): PageElement | undefined {
  let found: PageElement | undefined = element;
  for (let up = 0; up < 4 && found !== undefined; up += 1, found = found.parent) {
    if (/^(?:body|html)$/u.test(found.tag)) return undefined;
    if (crumbNames.test(found.names) && found.end - found.start <= 12) return found;
  }
  return undefined;
}

function boxNames(page: ScannedPage, box: PageElement, from: number | undefined): string[] {
  const start = from ?? box.start;
  const end = Math.min(box.end, start + 12);
  const lines = page.lines.slice(start, end);
  const text = lines.map(({ parted }) => parted).join(' ');
  if (text.length > 160) return [];
  const whole = readBreadcrumb(text);
  const links = namesOf(lines.flatMap(({ links: found }) => found));
  if (whole !== undefined && /[>＞›»→≫〉]/u.test(text)) return whole.names;
  return links.length > 0 ? links : (whole?.names ?? []);
}

const namesOf = (links: string[]) => links.filter((name) => name.length <= longestName);

function tidy(names: string[], headline: string): string[] {
  return names
    .map((name) =>
      foldWidth(name)
        .replace(/^.*(?:当前|所在|现在|您的)?位置\s*:?\s*/u, '')
        .replaceAll(/^[\s>|:/·-]+|[\s>|:/·-]+$/gu, ''),
    )
    .filter(
      (name) =>
        name !== '' && !lastStep.test(name) && !isHeadline(name, headline) && name.length <= longestName,
    )
    .slice(0, mostLevels);
}

function isHeadline(name: string, headline: string): boolean {
  const whole = name.replace(/(?:\.{2,}|…+)$/u, '');
  return name === headline || (whole.length >= 6 && headline.startsWith(whole));
}
