import { expect, test } from 'vitest';
import { isBreadcrumbOpening, readBreadcrumb } from '@/features/archive-import/breadcrumb-line';

test.for([
  ['您当前的位置 :澄江网\u00A0>\u00A0城镇网\u00A0>\u00A0快报 正文', ['澄江网', '城镇网', '快报']],
  ['您当前的位置：澄江网>城镇网>快报正文', ['澄江网', '城镇网', '快报']],
  ['您的当前位置：首页 >> 新闻 >> 正文', ['首页', '新闻']],
  ['当前位置: 首页 -> 要闻', ['首页', '要闻']],
  ['现在位置：首页›民生›正文', ['首页', '民生']],
  ['您所在的位置：首页＞教育＞正文', ['首页', '教育']],
  ['您现在所在的位置：首页 » 教育 » 浏览文章', ['首页', '教育']],
  ['您的位置 首页 > 民生 > 正文', ['首页', '民生']],
  ['您正在浏览：首页 → 民生 → 正文', ['首页', '民生']],
  ['【当前位置：首页 > 民生】', ['首页', '民生']],
  ['当前位置：首页 专题 走基层', ['首页', '专题', '走基层']],
  ['首页 > 新闻 > 本地 > 正文', ['首页', '新闻', '本地']],
  ['首页-->新闻-->本地', ['首页', '新闻', '本地']],
  ['民生 > 正文', ['民生']],
] as const)('the breadcrumb of “%s” is read', ([line, names]) => {
  expect(readBreadcrumb(line)?.names).toEqual(names);
});

test.for([
  '气温 > 30 度时请减少外出。',
  '党建引领，干部担当',
  '位置优越的新码头',
  '甲 > 乙',
  '小麦 > 1200 公斤 > 800 公斤',
  '您的位置，我们一直留着，谁也没有坐过。',
])('“%s” is no breadcrumb', (line) => {
  expect(readBreadcrumb(line)).toBeUndefined();
});

test('a trail without 当前位置, 首页 and 正文 is not certain to be one', () => {
  expect(readBreadcrumb('民生 > 水电 > 通知')).toMatchObject({ isCertain: false });
  expect(readBreadcrumb('民生 > 水电 > 通知 > 正文')).toMatchObject({ isCertain: true });
});

test('an opening can stand alone, its names on the next line', () => {
  expect(isBreadcrumbOpening('您当前的位置：')).toBe(true);
  expect(isBreadcrumbOpening('您当前的位置：首页')).toBe(false);
});
