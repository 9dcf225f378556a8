import type { PageLine } from '@/features/archive-import/page-lines';

const copyright = /copyright|©|\(c\)\s*\d{4}|版权所有|all rights reserved/iu;
/** Lines that stand in footers only. An address, a telephone or 主办单位 may also close a notice. */
const regulatory =
  /ICP[备证]|公网安备|(?:新闻信息服务|视听节目|电信业务|节目制作经营|出版服务).{0,8}许可证|(?:关于我们|联系我们|网站地图|友情链接|广告服务|法律声明).{0,40}[|｜┊].{0,60}|禁止复制.{0,6}镜像/iu;

const longestFooterLine = 240;

/**
 * Where the footer begins: the highest line at the page's end that speaks of copyright or licences, with only
 * short lines below it. A sentence about copyright in the text is above other sentences and no footer.
 */
export function findFooterStart(lines: PageLine[]): number {
  let start = lines.length;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const { text } = lines[index]!;
    const isFooter =
      text.length <= longestFooterLine && (copyright.test(text) || regulatory.test(text)) && !isStory(text);
    if (isFooter) start = index;
    else if (/[。；;…]$/u.test(text) || text.length > 80) break;
    else if (lines.length - index > 12 && start - index > 6) break;
  }
  return start;
}

/** Sentences of an article speak of copyright as well, but not in the form of a notice. */
function isStory(text: string): boolean {
  return (
    /[。！？”]$/u.test(text) && !/copyright|©|all rights reserved|未经.{0,12}(?:授权|许可|同意)/iu.test(text)
  );
}

export function copyrightNoticeOf(footer: PageLine[]): string {
  return footer
    .filter(({ text }) => copyright.test(text))
    .map(({ text }) => text)
    .join(' ')
    .slice(0, 500);
}
