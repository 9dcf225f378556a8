import type { ReadSideBar } from '@/features/archive-import/read-page';

const boxTitle =
  /^[|｜·■◆▪>\s]*(?:.{0,6}观察|最新.{0,4}|热点.{0,4}|热门.{0,4}|推荐.{0,4}|.{0,4}推荐|相关(?:阅读|新闻|报道|链接|推荐|文章)|延伸阅读|更多.{0,6}|.{0,4}排行榜?|24小时.{0,4}|精彩.{0,4}|专题.{0,4})[|｜·:：\s]*$/u;

/** Whether a line stands alone as the title of a box: 城市观察, 相关阅读, | 最新. */
export function isBoxTitle(line: string): boolean {
  return line.length <= 12 && boxTitle.test(line);
}

/** The box made of the lines after the article: its title, a lead headline, the sentences of its abstract. */
export function readSideBar(lines: string[]): ReadSideBar | undefined {
  const [title, headline, ...rest] = lines;
  if (title === undefined || headline === undefined || !isBoxTitle(title)) return undefined;
  // A list of further headlines has no sentence in it.
  const abstract = rest[0] !== undefined && /[。！？…]$/u.test(rest[0]) ? rest[0] : '';
  return { title: title.replaceAll(/^[|｜·■◆▪>\s]+|[|｜·:：\s]+$/gu, ''), headline, abstract };
}
