import { isClosingNotice, isFurnitureLine, isKeywordLine } from '@/features/archive-import/furniture-line';
import type { MainContent } from '@/features/archive-import/main-content';
import { proseOf } from '@/features/archive-import/main-content';
import type { PageElement, HtmlLine, HtmlPicture, ScannedPage } from '@/features/archive-import/scan-html';
import { readSignOff } from '@/features/archive-import/sign-off-line';

/** A line of the text, or what else a line of its box was taken for. */
export type BodyLine = HtmlLine & { index: number; kind: 'text' | 'caption' | 'leftOut' };

const relatedHeading =
  /^[【[]?\s*(?:相关(?:新闻|阅读|链接|报道|文章|推荐|专题|稿件|内容|资讯|博文)|延伸阅读|推荐阅读|热门(?:文章|推荐|新闻|评论|点击)|更多(?:新闻|精彩|阅读|相关).{0,12}|编辑推荐|精彩推荐|猜你喜欢|往期(?:回顾|推荐)|为你推荐|今日热点|最新(?:评论|文章|新闻)|网友评论|文章关键词|图集|大家都在看|新闻排行|点击排行.{0,4}|举报.{0,6}|评论区?)\s*[】\]]?\s*[:：>》]*$/u;
const noticeHeading =
  /^[【[（(*※]?\s*(?:免责声明|版权声明|版权说明|特别声明|郑重声明|反侵权公告|网站声明|法律声明|声明|著作权声明|本网声明)\s*[】\])）]?\s*[:：]?/u;
const ownRights = /^[①-⑩\d、.（()）\s]*凡.{0,8}(?:注明|来源|转载|署名)/u;
const promotion =
  /^(?:>{2,}|▶+|点击(?:这里|此处|进入|查看|下载|阅读原文)|欢迎(?:关注|下载|扫码|加入)|扫码|长按|关注(?:官方|本报|我们)|更多(?:资讯|精彩|内容|新闻).{0,10}(?:请|尽在|关注|下载)|下载.{0,10}(?:客户端|APP)|打开.{0,10}(?:客户端|APP|新闻)|本文(?:链接|地址|网址)|阅读原文|返回(?:首页|列表).{0,6}|(?:责任编辑|编辑)\s*[:：]\s*$|特别提醒：如果我们使用了您的图片|点此查看)/iu;
const captionNames =
  /caption|tushuo|tuzhu|img-?(?:desc|text|note|alt|info|title)|pic-?(?:desc|text|note|info|title)|photo-?(?:desc|text|note)|figure|zoom_tip|imgexplain|picintro|imgtext|img_descr/u;
const printed =
  /^[（(]?\s*(?:原载|来源|据)?\s*[《〈][^》〉]{2,20}[》〉]\s*[（(]?.{0,8}\d{4}\s*[年/.-].{0,30}版?\s*[)）]?$/u;

/** The lines of the article's box, each with what it is; what stands below a heading of foreign links is left out. */
export function bodyLinesOf(page: ScannedPage, content: MainContent, headline: string): BodyLine[] {
  const range = page.lines.slice(content.start, content.end);
  const masses = range.map(proseOf);
  const all = masses.reduce((sum, mass) => sum + mass, 0);
  let seen = 0;
  let isOver = false;
  const pictures = page.pictures.filter(({ line }) => line >= content.start && line <= content.end);
  const lines = range.map((line, at): BodyLine => {
    const index = content.start + at;
    const { text } = line;
    const left = all - seen;
    seen += masses[at]!;
    if (!isOver && isEnd(text, range.slice(at + 1), left, all, seen)) isOver = true;
    if (isOver || isForeign(line, content.outside, content.element, headline, at))
      return { ...line, index, kind: 'leftOut' };
    return { ...line, index, kind: isCaption(line, index, pictures, range[at + 1]) ? 'caption' : 'text' };
  });
  // A page of pictures: what stands below them is all its text.
  const isPictureStory = !lines.some((line) => line.kind === 'text' && proseOf(line) > 10);
  return isPictureStory
    ? lines.map((line) => (line.kind === 'caption' ? { ...line, kind: 'text' } : line))
    : lines;
}

function isEnd(text: string, below: HtmlLine[], left: number, all: number, seen: number): boolean {
  if (
    noticeHeading.test(text) &&
    seen > all * 0.3 &&
    (text.length < 14 || /转载|版权|观点|侵权|来源/u.test(text + (below[0]?.text ?? '')))
  )
    return true;
  if (ownRights.test(text) && /版权|授权|转载|本[网站]/u.test(text) && seen > all * 0.2) return true;
  if (!relatedHeading.test(text)) return false;
  const size = below.reduce((sum, line) => sum + line.text.length, 0);
  const linked = below.reduce((sum, line) => sum + line.linked, 0);
  return linked >= size * 0.4 || left < all * 0.1;
}

function isForeign(
  { text, linked, element }: HtmlLine,
  outside: Set<PageElement>,
  box: PageElement,
  headline: string,
  at: number,
): boolean {
  if (outside.has(element) && !outside.has(box)) return true;
  if (at < 3 && text.replaceAll(/\s/gu, '') === headline.replaceAll(/\s/gu, '')) return true;
  if (linked > 0 && linked >= text.replaceAll(/\s/gu, '').length * 0.7 && !/[。！？]["”’]?$/u.test(text))
    return true;
  if (isFurnitureLine(text) || isClosingNotice(text) || isKeywordLine(text) || printed.test(text))
    return true;
  if (promotion.test(text) && text.length <= 80) return true;
  if (/版权所有|copyright\s*(?:©|\(c\)|\d)|ICP[备证]|公网安备/iu.test(text) && text.length <= 240)
    return true;
  return !/[\p{L}\p{N}]/u.test(text);
}

const credited =
  /(?:摄|供图|资料图(?:片)?|制图|图片来源.{0,20}|图\/.{2,20}|(?:摄影|图)[:：]\s*\S{2,12})\s*[)）。]?$/u;

function isCaption(
  line: HtmlLine,
  index: number,
  pictures: HtmlPicture[],
  next: HtmlLine | undefined,
): boolean {
  const { text, element } = line;
  const size = text.length;
  if (size > 200) return false;
  if (/^[▲△↑▼]/u.test(text) && size <= 80 && !/[▲△↑▼]$/u.test(text)) return true;
  const names = `${element.names} ${element.parent?.names ?? ''}`;
  if (element.tag === 'figcaption' || captionNames.test(element.names)) return true;
  const isBelow = pictures.some(({ line: at }) => at === index);
  if (element.isCentred && line.followsGap && size <= 60 && !/[。！？]$/u.test(text)) return true;
  if (!isBelow) {
    const isAfterCaption = pictures.some(({ line: at }) => at === index - 1);
    return isAfterCaption && size <= 60 && /^(?:[（(]?[^，。]{0,20}(?:摄|供图)[)）]?)$/u.test(text);
  }
  if (readSignOff(text) !== undefined && !credited.test(text)) return false;
  if (credited.test(text)) return true;
  if (captionNames.test(names) && size <= 120) return true;
  if (/^(?:图[一二三四五六七八九十\d]*[:：为]|▲|△|↑|上图|下图|资料图|图片说明|图说)/u.test(text)) return true;
  const isCentred = element.isCentred || /^(?:td|th)$/u.test(element.tag) || /center/u.test(element.names);
  if (isCentred && size <= 80 && !/[。！？]$/u.test(text)) return true;
  // A short line under a picture, and more pictures or a sentence below.
  return (
    size <= 40 &&
    !/[。！？：]$/u.test(text) &&
    !line.isStrong &&
    next !== undefined &&
    proseOf(next) > 30 &&
    size >= 2 &&
    /^p?$/u.test(element.tag === 'p' ? 'p' : '') &&
    isShortNoun(text)
  );
}

const isShortNoun = (text: string) =>
  text.length <= 24 && !/^[一二三四五六七八九十（(]/u.test(text) && !/[，,]/u.test(text);
