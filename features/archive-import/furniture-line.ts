/**
 * What stands around an article's text and is none of it: font sizes, sharing, printing, paging, counters.
 * Everything here is matched as a whole word group, never inside a sentence.
 */
const size = String.raw`(?:特大|超大|正常|默认|小号|中号|大号|大|中|小|A[+-]|[+-])`;
const word = [
  String.raw`字[号体](?:大小|缩放)?\s*[:：]?\s*[【[（(]?\s*(?:${size}[\s|/】\][【]*)*`,
  String.raw`[【[（(]\s*(?:${size}[\s|/、]*){2,}[】\]）)]`,
  String.raw`(?:点击|浏览|阅读|访问|人气|关注|评论|跟帖|查看|转发|点赞)(?:数|量|次数|率|人数)?\s*[:：]?\s*[（(]?\s*\d[\d,.]*\s*[万次人条]*\s*[)）]?`,
  String.raw`(?:点击|浏览|阅读|访问|人气)(?:数|量|次数|率|人数)?\s*[:：]`,
  String.raw`(?:我要|发表|查看|网友|条)*(?:评论|跟帖|留言)(?:[（(]?\d+[)）]?)?条?`,
  String.raw`(?:我要)?(?:纠错|打印|收藏|投稿|报错|举报|点赞|复制|听新闻|朗读)(?:本[页文]|此[页文]|文章|链接)?`,
  String.raw`大\s*中\s*小|我来说[两几]句(?:[（(]\d+[)）])?`,
  String.raw`分享(?:到|至|本文)?\s*[:：]?(?:\s*(?:微信|微博|新浪微博|朋友圈|QQ空间|QQ好友|QQ|人人网?|更多))*`,
  String.raw`(?:微信|微博|新浪微博|朋友圈|QQ空间|QQ好友)`,
  String.raw`(?:电话|热线|邮箱|QQ|微信号?)\s*[:：]\s*[\w@.+-]+`,
  String.raw`(?:关闭|返回)(?:本页|窗口|页面|首页|顶部|列表)?`,
  String.raw`(?:用|在)?手机(?:看新闻|阅读|扫码阅读)`,
].join('|');
const words = new RegExp(String.raw`(?<![\p{sc=Han}\w])(?:${word})(?![\p{sc=Han}\w])`, 'giu');

/** Puts bars in the place of furniture words, so that what stands before and after keeps its place. */
export function blankOutFurniture(text: string): string {
  return text.replaceAll(words, (found) => '|'.repeat(found.length));
}

const wholeLine = [
  /^扫(?:一扫|描|码).{0,30}$/u,
  /^(?:上|下|前|后)一[篇页条则]\s*[:：].*$/u,
  /^(?:[【[]\s*\d{1,2}\s*[】\]]\s*)+$/u,
];

/** Whether a line is furniture from its first to its last character, or program text that was saved along. */
export function isFurnitureLine(line: string): boolean {
  if (wholeLine.some((pattern) => pattern.test(line)) || isPager(line) || isProgramText(line)) return true;
  return line.length <= 80 && !/[\p{L}\p{N}]/u.test(blankOutFurniture(line)) && /[\p{L}\p{N}]/u.test(line);
}

const pagerWord = /上一页|下一页|首页|尾页|末页|(?:阅读|查看|展开|余下)全文/gu;

/** 上一页 1 2 3 下一页. A row of mere numbers may be a row of a table. */
function isPager(line: string): boolean {
  const rest = line.replaceAll(pagerWord, '');
  return rest.length < line.length && !/[^\d\s【】[\]|<>«»….]/u.test(rest);
}

const keywords = /^(?:关键词|关键字|标签|TAGS?)\s*[:：].*$/iu;

/** 关键词：… under a headline or below a text. Within a text it may be a subhead. */
export function isKeywordLine(line: string): boolean {
  return line.length <= 120 && keywords.test(line);
}

const closingNotices = [
  /^[（(【[]?\s*(?:免责声明|版权声明|特别声明|郑重声明|反侵权公告)\s*[】\]]?\s*[:：].*$/u,
  /^.{0,40}(?:转载请注明|未经授权.{0,6}转载|仅代表作者(?:本人)?观点|不代表本[网站]).{0,60}$/u,
  /^.{0,20}(?:请关注|欢迎关注|长按识别).{0,20}(?:公众号|微信|二维码).{0,20}$/u,
];

/** What a site adds below its texts. The same words within a text belong to the story. */
export function isClosingNotice(line: string): boolean {
  return isKeywordLine(line) || (line.length <= 300 && closingNotices.some((pattern) => pattern.test(line)));
}

/** Style sheets and scripts between the lines of a page that was saved as text. */
function isProgramText(line: string): boolean {
  if (/\p{sc=Han}/u.test(line)) return false;
  return (
    /^(?:var |let |const |function\b|\(function|document\.|window\.|\$\(|<!--|-->|\/\/|@media)/u.test(line) ||
    /^[.#]?[\w.#:, >-]+\{[^}]*\}?$/u.test(line) ||
    /[=(].*;$/u.test(line) ||
    (/^[\s{}()[\];,]+$/u.test(line) && /[{};]/u.test(line))
  );
}
