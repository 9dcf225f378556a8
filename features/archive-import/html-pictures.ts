import type { BodyLine } from '@/features/archive-import/html-body';
import { addressOf } from '@/features/archive-import/html-metadata';
import type { MainContent } from '@/features/archive-import/main-content';
import type { ReadPicture } from '@/lib/import-run';
import type { ScannedPage } from '@/features/archive-import/scan-html';

const credit =
  /[（(]?(?<credit>(?:[\p{sc=Han}·]{2,14}?(?:记者|通讯员)\s*|图[/:：]\s*|(?:摄影|供图)[:：]?\s*)[\p{sc=Han}· 　、]{2,16}?\s*(?:摄|供图)?|[\p{sc=Han}·]{2,12}\s*(?:摄|供图))\s*[)）。]?$/u;
/** Icons, spacers and counters of templates. */
const ornament =
  /(?:icon|logo|spacer|blank|dot|arrow|share|qrcode|weixin|loading|btn|button)[\w-]*\.(?:gif|png|jpe?g|svg)|\.svg$/iu;
const mostPictures = 200;

/** The pictures of the text with what the page says of them; `base` makes their addresses absolute where known. */
export function readPictures(
  page: ScannedPage,
  content: MainContent,
  lines: BodyLine[],
  blockAt: (line: number) => number,
  base: string,
): ReadPicture[] {
  const found = page.pictures.filter(
    ({ line, address, width }) =>
      line >= content.start &&
      line <= content.end &&
      !ornament.test(address) &&
      !(width > 0 && width < 60) &&
      !isBeyond(lines, line),
  );
  return found.slice(0, mostPictures).map(({ address, alt, line }, index) => {
    const next = found[index + 1]?.line ?? Number.POSITIVE_INFINITY;
    const texts = lines
      .filter((one) => one.kind === 'caption' && one.index >= line && one.index < Math.min(next, line + 3))
      .map(({ text }) => text);
    const caption = next === line ? '' : texts.join(' ') || (/\p{sc=Han}.*\p{sc=Han}/u.test(alt) ? alt : '');
    return {
      address: absolute(address, base),
      asWritten: address,
      caption: caption.slice(0, 500),
      credit: credit.exec(caption)?.groups?.credit?.trim() ?? '',
      beforeBlock: blockAt(line),
    };
  });
}

/** Pictures among lines that are none of the text belong to other stories. */
function isBeyond(lines: BodyLine[], at: number): boolean {
  const last = lines.findLast(({ kind }) => kind !== 'leftOut');
  return last !== undefined && at > last.index + 2;
}

function absolute(address: string, base: string): string {
  if (base !== '' && URL.canParse(address, base)) return addressOf(new URL(address, base).href);
  return addressOf(address) || address;
}
