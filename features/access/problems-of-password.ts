import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { pinyin } from 'pinyin-pro';
import { reader } from '@/db/client';
import { sections } from '@/db/schema/sections';
import type { Problem } from '@/lib/problems';

let estimator: ZxcvbnFactory | undefined;

/**
 * Why this password may not be used: too short, or too easy to guess (common passwords and their variants,
 * keyboard runs, the words of this site and of this person). Any characters are welcome, blanks included.
 */
export async function problemsOfPassword(
  password: string,
  person: { name: string; email: string },
): Promise<Problem[]> {
  const length = [...password].length;
  if (length < 12)
    return problem(`密码至少 12 个字，现在是 ${length} 个。用几个不相干的词连起来，好记又安全。`);
  if (length > 128) return problem('密码最多 128 个字。');
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const { score } = estimator.check(password, [...(await wordsOfSite()), ...wordsOf(person)]);
  // 3 of 4: more than 10^8 guesses, which the limits on trying turn into years.
  return score >= 3 ? [] : problem('这个密码太容易被猜到（常见密码、键盘顺序、本站或您的名字）。请换一个。');
}

function problem(message: string): Problem[] {
  return [{ field: 'password', message }];
}

async function wordsOfSite(): Promise<string[]> {
  const names = await reader().select({ name: sections.name, path: sections.path }).from(sections);
  return [
    'chengxun',
    ...names.flatMap(({ name, path }) => [...inBothScripts(name), ...path.split('/')]),
  ].filter((word) => word.length > 1);
}

function wordsOf({ name, email }: { name: string; email: string }): string[] {
  return [...inBothScripts(name), ...email.split(/[@.]/u)].filter((word) => word.length > 1);
}

function inBothScripts(name: string): string[] {
  return [name, pinyin(name, { toneType: 'none', separator: '' })];
}
