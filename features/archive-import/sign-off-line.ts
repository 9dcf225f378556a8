import type { Credit } from '@/features/articles/insert-article';
import { readCredits } from '@/features/archive-import/credits';

const opening = /^[（(【[]?\s*(?:责任编辑|责编|编辑|文字编辑|网络编辑|本网编辑|校对|审校)\s*[:：|｜\s]/u;
const longestSignOff = 60;

/** 编辑:庞舒青, (责编:汤诗瑶、丁涛), 编辑|禤志杰 …: the people of a sign-off line; undefined when it is none. */
export function readSignOff(line: string): Credit[] | undefined {
  if (line.length > longestSignOff || !opening.test(line)) return undefined;
  const credits = readCredits(line.replaceAll(/[（()）【】[\]]/gu, ' '));
  return credits.length > 0 ? credits : undefined;
}

/** A short closing line that names who wrote: 整合 某报记者 徐某某, （记者 胡某某）. */
export function readClosingCredit(line: string): Credit[] {
  if (line.length > 40 || /[。！？]$/u.test(line)) return [];
  return readCredits(line.replaceAll(/[（()）【】[\]]/gu, ' '));
}
