import { expect, test } from 'vitest';
import { isClosingNotice, isFurnitureLine } from '@/features/archive-import/furniture-line';

test.for([
  '字号：大 中 小',
  '【字体：大 中 小】 打印',
  '大中小',
  '分享到：微信 微博 QQ空间',
  '【打印本页】 【关闭窗口】',
  '我来说两句(0)',
  '扫一扫在手机打开当前页',
  '上一篇：早市开了',
  '【1】【2】【3】',
  '上一页 1 2 3 下一页',
  '.con p{margin-bottom:30px}',
  "adScript.src = '//example.com/a.js';",
])('“%s” is furniture', (line) => {
  expect(isFurnitureLine(line)).toBe(true);
});

test.for([
  '打印店的灯亮到很晚',
  '评论区里的一句话',
  '4.54 3 14 14',
  '12',
  '大中小学今天开学',
  '分享是一种习惯',
  '关键词：开放',
  'ABC',
])('“%s” is text', (line) => {
  expect(isFurnitureLine(line)).toBe(false);
});

test('a disclaimer closes a page, a declaration in a story does not', () => {
  expect(isClosingNotice('免责声明：本文仅代表作者个人观点。')).toBe(true);
  expect(isClosingNotice('声明：本书所得全部用于修桥。')).toBe(false);
});
