import type { Credit } from '@/lib/contributor-role';
import { readMetaLine } from '@/features/archive-import/meta-line';

export type Dateline = { source: string; credits: Credit[] };

/** 新华社巴黎12月9日电（记者唐一霁）, 新京报讯（记者 陆一桥）, 福州新闻网11月22日讯(福州日报记者 欧阳进一 文/摄). */
const pattern =
  /(?<=^|[。！？”\s】])(?:据)?(?<source>[\p{sc=Han}·]{1,10}?(?:社|报|网|台|客户端|新闻(?![网报台社])|在线))(?:快讯|消息)?[^，。！？（()）]{0,16}?(?:快讯|讯|电|消息|报道)\s*[（(](?<people>[^）()（]{2,60})[）)]/u;

/** 本报 is whatever paper the page came from. */
const ourselves = /^(?:本报|本网|本台|本社|本刊|记者)$/u;

/** The dateline within a text's first paragraphs: whose report it is and who wrote it. */
export function readDateline(paragraphs: string[]): Dateline | undefined {
  for (const paragraph of paragraphs.slice(0, 3)) {
    const found = pattern.exec(paragraph.slice(0, 400));
    if (found?.groups === undefined) continue;
    const credits = readMetaLine(found.groups.people!)?.credits ?? [];
    const source = found.groups.source!;
    if (credits.length > 0) return { source: ourselves.test(source) ? '' : source, credits };
  }
  return undefined;
}
