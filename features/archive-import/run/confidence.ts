import { missingFields, type ReadPage } from '@/features/archive-import/read-page';

/** What a doubt takes from full confidence, by the words with which it begins. The rest takes `otherDoubt`. */
const costs: [RegExp, number][] = [
  [/核对标题/u, 40],
  [/^落款之后还有成段文字/u, 25],
  [/^各部分的标题不同/u, 35],
  [/^来源没有标明/u, 10],
  [/^(?:信息行里有未识别|没有对应的署名|署名里的单位)/u, 5],
  // The calendar day is what readers see; half of all archives know no more.
  [/^发布时间只有日期/u, 0],
  [/编码/u, 5],
];
const otherDoubt = 15;

const missingCosts: Record<string, number> = { 发布时间: 40, 位置导航: 5, 来源: 5 };

/** Shorter texts are picture stories, notices of one line, or what is left when the text was not found. */
const shortBody = 30;

/** Below this an editor should compare the article with its page before readers see it. */
export const leastConfidence = 70;

/** How sure the reading of a page is, from 0 to 100. */
export function confidenceOf(page: ReadPage): number {
  const doubts = page.doubts.map((doubt) => costs.find(([words]) => words.test(doubt))?.[1] ?? otherDoubt);
  const missing = missingFields(page).map((field) => missingCosts[field] ?? 0);
  const text = page.blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : [])).join('');
  const looks = [
    text.length < shortBody && page.pictures.length === 0 ? 20 : 0,
    // A list of headlines or a navigation ends no sentence.
    text.length > 200 && !/[。！？；]/u.test(text) ? 35 : 0,
  ];
  const lost = [...doubts, ...missing, ...looks].reduce((sum, cost) => sum + cost, 0);
  return Math.max(0, 100 - lost);
}
