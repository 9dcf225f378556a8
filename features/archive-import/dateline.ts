import type { Credit } from '@/features/articles/insert-article';
import { readCredits } from '@/features/archive-import/credits';

export type Dateline = { source: string; credits: Credit[] };

/** 新华社巴黎12月9日电（记者唐霁）, 新京报讯（记者 陆一夫）, 福州新闻网11月22日讯(福州日报记者 欧阳进权 文/摄). */
const pattern =
  /(?<source>[\p{sc=Han}]{2,10}?(?:社|报|网|台|客户端|新闻))[^，。！？（(]{0,14}?(?:快讯|讯|电)\s*[（(](?<people>[^）)]{2,40})[）)]/u;

/** The dateline within a text's first paragraphs: whose report it is and who wrote it. */
export function readDateline(paragraphs: string[]): Dateline | undefined {
  for (const paragraph of paragraphs.slice(0, 3)) {
    const found = pattern.exec(paragraph.slice(0, 400));
    if (found?.groups === undefined) continue;
    const credits = readCredits(found.groups.people!);
    if (credits.length > 0) return { source: found.groups.source!, credits };
  }
  return undefined;
}
