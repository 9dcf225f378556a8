import { endsAsSentence, isRunningText, type PageLine } from '@/features/archive-import/page-lines';
import type { ReadSideBar } from '@/features/archive-import/read-page';

const bars = /^[\s|｜·■◆▪▶►>《【[]+|[\s|｜·:：>》】\]]+$/gu;
const listTitle =
  /^(?:(?:最新|热点|热门|热点新闻|24小时|本周|今日|一周|编辑|精彩|图片|视频|猜你喜欢|为您|为你)?(?:推荐|排行榜?|热点|热榜|热门|热评|最新|精选|要闻)(?:阅读|新闻|文章|资讯|消息|报道|推荐|排行|图片|视频|专题)?|(?:相关|延伸|更多|热门|推荐|往期)(?:阅读|新闻|报道|链接|文章|稿件|内容|资讯|推荐|专题|回顾)|最新(?:消息|新闻|动态|资讯|文章|报道)?|猜你喜欢|点击排行|新闻排行|热点排行|大家都在看|返回首页|专题推荐|图片新闻|视频新闻)$/u;
const columnTitle = /^\p{sc=Han}{2,6}观察$/u;

function plainTitle(line: string): string {
  return line.replaceAll(bars, '');
}

/** Whether a line stands alone as the title of a box that portals put beside their articles. */
export function isBoxTitle(line: string): boolean {
  return line.length <= 14 && (listTitle.test(plainTitle(line)) || columnTitle.test(plainTitle(line)));
}

/**
 * Where the boxes after an article begin when nobody signed off: at a box title with hardly any running text
 * below it. A subhead that reads like one (最新进展) has the rest of the article below.
 */
export function findBoxStart(lines: PageLine[]): number {
  let sentencesBelow = 0;
  let start = lines.length;
  for (let index = lines.length - 1; index > 0; index -= 1) {
    const { text } = lines[index]!;
    const next = lines[index + 1]?.text;
    // A column has a lead headline with its abstract, a list has no sentences at all.
    const most = columnTitle.test(plainTitle(text)) && next !== undefined && !endsAsSentence(next) ? 2 : 0;
    if (next !== undefined && sentencesBelow <= most && isBoxTitle(text)) start = index;
    if (isRunningText(text)) sentencesBelow += 1;
    if (sentencesBelow > 2) break;
  }
  return start;
}

/**
 * The named column among the lines after an article: a short title line, a lead headline, an abstract in
 * sentences. Lists of other articles' headlines are none: they would be dead links on our page.
 */
export function readSideBar(lines: PageLine[]): { sideBar: ReadSideBar; lines: PageLine[] } | undefined {
  for (const [index, title] of lines.entries()) {
    const [headline, ...rest] = lines.slice(index + 1);
    if (headline === undefined || title.text.length > 14 || endsAsSentence(title.text)) continue;
    if (isBoxTitle(headline.text) || endsAsSentence(headline.text) || headline.text.length > 80) continue;
    const after = rest.findIndex(
      ({ text }) => !(isRunningText(text) || (endsAsSentence(text) && text.length > 20)),
    );
    const abstract = rest.slice(0, after === -1 ? rest.length : after);
    const isColumn = columnTitle.test(plainTitle(title.text));
    const hasLead =
      /^[\p{sc=Han}\p{N}]{3,12}$/u.test(plainTitle(title.text)) &&
      headline.text.length >= 6 &&
      abstract.length > 0;
    if (!isColumn && !hasLead) continue;
    return {
      sideBar: {
        title: plainTitle(title.text),
        headline: headline.text,
        abstract: abstract.map(({ text }) => text).join(''),
      },
      lines: [title, headline, ...abstract],
    };
  }
  return undefined;
}
