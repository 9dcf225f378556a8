import type { Credit } from '@/features/articles/insert-article';
import type { ContributorRole } from '@/lib/contributor-role';

/** What old pages call the roles. 作者 and the kinds of 记者 are reporters. */
const roleWords: [RegExp, ContributorRole][] = [
  [/^(?:特约|本报|本网|首席|见习|实习|全媒体|融媒体)*记者$|^作者$|^撰文$|^文$/u, 'reporter'],
  [/^通讯员$/u, 'correspondent'],
  [/^(?:摄影|摄|图)$/u, 'photographer'],
  [/^(?:责任编辑|责编)$/u, 'responsibleEditor'],
  [/^(?:编辑|文字编辑|网络编辑|本网编辑)$/u, 'editor'],
  [/^(?:校对|审校)$/u, 'proofreader'],
];

const roleWord =
  '(?:(?:特约|本报|本网|首席|见习|实习|全媒体|融媒体)*记者|作者|通讯员|摄影|责任编辑|责编|文字编辑|网络编辑|本网编辑|编辑|校对|审校)';
const name = String.raw`(?:[\p{sc=Han}][\s\u3000]+[\p{sc=Han}](?![\p{sc=Han}])|[\p{sc=Han}·]{2,6}|[A-Z][A-Za-z.]*(?:\s[A-Z][A-Za-z.]*){0,2})`;
const credit = new RegExp(
  String.raw`(?<role>${roleWord})\s*[:：|｜/]?\s*(?<names>(?!${roleWord})${name}(?:[\s、，,;；/]+(?!${roleWord}|来源|稿源)${name})*)`,
  'gu',
);

/**
 * The people a line names with their roles, in its order: 通讯员 杭组文 记者 孙磊, 编辑:刘晓阳 校对:李铭,
 * (责编:汤诗瑶、丁涛). A name of two characters that is spread with a blank is closed up.
 */
export function readCredits(line: string): Credit[] {
  return [...line.matchAll(credit)].flatMap(({ groups }) => {
    const role = roleOf(groups!.role!);
    return splitNames(groups!.names!).map((one) => ({ role, name: one }));
  });
}

function roleOf(word: string): ContributorRole {
  return roleWords.find(([pattern]) => pattern.test(word))?.[1] ?? 'reporter';
}

/** Words that stand among names and are none. */
const notNames = new Set([
  '整合',
  '综合',
  '报道',
  '摄影',
  '文图',
  '图文',
  '编译',
  '供图',
  '实习生',
  '通讯员',
  '记者',
  '编辑',
]);

function splitNames(names: string): string[] {
  const closedUp = names.replaceAll(
    /(?<![\p{sc=Han}])([\p{sc=Han}])[\s\u3000]+([\p{sc=Han}])(?![\p{sc=Han}])/gu,
    '$1$2',
  );
  return closedUp
    .split(/[\s、，,;；/]+(?![A-Z])|[、，,;；/]+/u)
    .map((one) => one.trim())
    .filter((one) => one.length >= 2 && !notNames.has(one));
}
