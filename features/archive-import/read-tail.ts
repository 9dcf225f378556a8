import { isClosingNotice, isFurnitureLine } from '@/features/archive-import/furniture-line';
import { copyrightNoticeOf, findFooterStart } from '@/features/archive-import/footer-lines';
import type { MetaLine } from '@/features/archive-import/meta-line';
import { claim, isRunningText, type PageLine, unclaimed } from '@/features/archive-import/page-lines';
import type { ReadSideBar } from '@/features/archive-import/read-page';
import { findBoxStart, readSideBar } from '@/features/archive-import/side-bar';
import {
  isEmptySignOff,
  namesEditors,
  readSignOff,
  splitInlineSignOff,
} from '@/features/archive-import/sign-off-line';

export type Tail = {
  /** Sign-off lines from the top down. */
  signOffs: MetaLine[];
  sideBar: ReadSideBar | undefined;
  copyrightNotice: string;
  doubts: string[];
};

/** Claims what stands below the text, from the bottom up: footer, boxes, sign-off. What is left is the body. */
export function readTail(lines: PageLine[]): Tail {
  const doubts: string[] = [];
  const footer = claimFooter(lines);
  const open = unclaimed(lines);
  const signOffs: MetaLine[] = [];
  let sideBar: ReadSideBar | undefined;

  const last = findSignOff(open);
  const textEnd = last === -1 ? findBoxStart(open) : last + 1;
  const beyond = open.slice(textEnd);
  const box = readSideBar(beyond.filter(({ text }) => !isFurnitureLine(text)));
  if (box !== undefined) {
    claim(box.lines, 'sideBar');
    sideBar = box.sideBar;
  }
  claim(unclaimed(beyond), 'leftOut');
  if (unclaimedRunningText(beyond)) doubts.push('落款之后还有成段文字，没有导入，请核对');

  claimClosingLines(open.slice(0, textEnd), signOffs);
  const inline = splitLastParagraph(unclaimed(lines));
  if (inline !== undefined) signOffs.push(inline);
  return { signOffs, sideBar, copyrightNotice: copyrightNoticeOf(footer), doubts };
}

function unclaimedRunningText(lines: PageLine[]): boolean {
  return lines.some(({ text, use }) => use === 'leftOut' && isRunningText(text) && !isOutsideText(text));
}

function claimFooter(lines: PageLine[]): PageLine[] {
  const open = unclaimed(lines);
  const footer = open.slice(Math.max(1, findFooterStart(open)));
  claim(footer, 'footer');
  return footer;
}

/** The last line that names editors. Below it is no text of the article; an earlier one is part of a digest. */
function findSignOff(open: PageLine[]): number {
  const last = open.findLastIndex(({ text }) => {
    const meta = readSignOff(text);
    return meta !== undefined && namesEditors(meta);
  });
  if (last <= 0) return -1;
  // More text below than above: those editors signed something else.
  const amount = (lines: PageLine[]) =>
    lines.filter(({ text }) => isRunningText(text)).reduce((sum, { text }) => sum + text.length, 0);
  return amount(open.slice(last + 1)) > amount(open.slice(0, last)) ? -1 : last;
}

function isOutsideText(text: string): boolean {
  return isFurnitureLine(text) || isClosingNotice(text) || isEmptySignOff(text);
}

/** Goes up from the end of the text over signatures and furniture. A mere date stays: it closes a notice. */
export function claimClosingLines(lines: PageLine[], signOffs: MetaLine[]): void {
  for (const line of lines.toReversed()) {
    const meta = readSignOff(line.text);
    if (line === lines[0]) break;
    if (meta !== undefined) {
      signOffs.unshift(meta);
      line.use = 'signOff';
    } else if (isOutsideText(line.text)) line.use = 'leftOut';
    else break;
  }
}

export function splitLastParagraph(body: PageLine[]): MetaLine | undefined {
  const last = body.at(-1);
  const split = last === undefined ? undefined : splitInlineSignOff(last.text);
  if (split === undefined) return undefined;
  last!.text = split.text;
  return split.meta;
}
