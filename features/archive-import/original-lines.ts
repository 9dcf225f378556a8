import { type PageLine, unclaimed } from '@/features/archive-import/page-lines';

export type Original = { originalHeadline: string; originalUrl: string };

/** Longer, and a whole text has been saved without its line ends. */
const longestLine = 120;

const headlinePattern = /^[（(【[]?\s*原(?:标题|题|文标题)\s*(?:[:：]|\s)\s*(?<text>.+?)\s*[)）】\]]?$/u;
const urlPattern =
  /^[（(【[]?\s*(?:原文(?:链接|地址|网址)|来源(?:链接|网址))\s*[:：]\s*(?<url>https?:\/\/[^\s）)】\]]+)/u;

/** Claims what reprints say of their originals, above or below the text: （原标题：…）, 原文链接：…. */
export function claimOriginals(lines: PageLine[]): Original {
  const found: Original = { originalHeadline: '', originalUrl: '' };
  const open = unclaimed(lines).filter(({ text }) => text.length <= longestLine);
  for (const line of lines.length > 1 ? open : []) {
    const headline = headlinePattern.exec(line.text)?.groups?.text;
    const url = urlPattern.exec(line.text)?.groups?.url;
    if (headline === undefined && url === undefined) continue;
    found.originalHeadline ||= headline ?? '';
    found.originalUrl ||= url ?? '';
    line.use = 'originalHeadline';
  }
  return found;
}
