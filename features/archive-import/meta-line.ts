import type { Credit } from '@/features/articles/insert-article';
import { readCredits } from '@/features/archive-import/credits';
import { readPublishedTime } from '@/features/archive-import/published-time';

export type MetaLine = { publishedAt: Date | undefined; source: string; credits: Credit[] };

const source = /(?:信息来源|稿件来源|文章来源|新闻来源|来源|稿源|出处)\s*[:：]\s*(?<name>[^\s|｜]+)/u;
const longestMetaLine = 120;

/** The line under a headline: time, source, people, in any order. Undefined when the line holds none of them. */
export function readMetaLine(line: string): MetaLine | undefined {
  if (line.length > longestMetaLine || /[。！？!?]$/u.test(line)) return undefined;
  const time = readPublishedTime(line);
  const sourceName = source.exec(line)?.groups?.name;
  const credits = readCredits(line);
  const beginsWithTime =
    time !== undefined &&
    line.replace(/^(?:发布|更新)?(?:时间|日期)?\s*[:：]?\s*/u, '').startsWith(time.text);
  // A sentence may mention a day or a reporter; a meta line begins with one, or names its source.
  const beginsWithCredit = /^(?:通讯员|记者|本报记者|作者)\s*[:：\s]/u.test(line) && credits.length > 0;
  if (!beginsWithTime && sourceName === undefined && !beginsWithCredit) return undefined;
  return { publishedAt: time?.instant, source: sourceName ?? '', credits };
}
