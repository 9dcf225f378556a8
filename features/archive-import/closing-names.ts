import type { Credit } from '@/lib/contributor-role';
import { readMetaLine } from '@/features/archive-import/meta-line';
import { readsAsName, splitNames } from '@/features/archive-import/person-names';

const closing = /[（(【[]\s*(?<people>[^（）()【】[\]]{2,60})\s*[)）】\]]\s*$/u;
const photographer = /摄影|供图|图片|摄$/u;
const writing =
  /^(?:本报|本网|本刊|本台)?(?:特约|全媒体|融媒体|首席|见习)?(?:评论员|记者|通讯员|作者|撰稿人?|文\s*[/、]?\s*图|图\s*[/、]?\s*文|文|采写)\s*[:：|/]?\s*/u;

/**
 * Who wrote, in brackets behind the last sentence: （罗某 萧某）, （评论员 罗某）, （姚某 上海报道）,
 * (文/图 刘某). Empty where the brackets hold anything but names. The text itself stays as it is.
 */
export function readClosingNames(paragraph: string): Credit[] {
  const people = closing.exec(paragraph)?.groups?.people?.trim();
  if (people === undefined || photographer.test(people) || /[。！？，：]./u.test(people.replace(writing, '')))
    return [];
  const meta = readMetaLine(people);
  const named = meta?.credits.filter(({ role }) => role === 'reporter' || role === 'correspondent') ?? [];
  if (named.length > 0) return named;
  const plain = people
    .replace(writing, '')
    .replace(/(?:\s+|^)\p{sc=Han}{2,4}(?:报道|电|讯|综合)$/u, '')
    .replace(/\s*(?:综合|编译|联合)?报道$/u, '');
  const { names, rest } = splitNames(plain);
  if (names.length === 0 || rest.length > 0 || !names.every(readsAsName)) return [];
  return names.map((name) => ({ role: /通讯员/u.test(people) ? 'correspondent' : 'reporter', name }));
}
