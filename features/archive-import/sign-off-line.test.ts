import { expect, test } from 'vitest';
import { namesEditors, readSignOff, splitInlineSignOff } from '@/features/archive-import/sign-off-line';

const peopleOf = (line: string) => readSignOff(line)?.credits.map(({ role, name }) => `${role} ${name}`);

test.for([
  ['编辑:庄书白', ['editor 庄书白']],
  ['编辑|禤一杰', ['editor 禤一杰']],
  ['责编|陈一莹', ['responsibleEditor 陈一莹']],
  ['校对|黄一熳', ['proofreader 黄一熳']],
  ['【责任编辑:马春一】', ['responsibleEditor 马春一']],
  ['【纠错】【责任编辑：马春一】', ['responsibleEditor 马春一']],
  ['(责编：汤诗一、丁小涛)', ['responsibleEditor 汤诗一', 'responsibleEditor 丁小涛']],
  ['责任编辑：NF042', ['responsibleEditor NF042']],
  ['编辑 刘晓一 校对 李一铭', ['editor 刘晓一', 'proofreader 李一铭']],
  ['来源：澄江日报 作者：顾南屿 编辑：叶小满', ['reporter 顾南屿', 'editor 叶小满']],
] as const)('“%s” is a sign-off', ([line, people]) => {
  expect(peopleOf(line)).toEqual(people);
});

test.for([
  '编辑部门口排起了长队。',
  '编辑：',
  '记者：谢谢您。',
  '2020年1月2日',
  '责编们把稿子又看了一遍，确认每个数字都有出处，才放心地交给了夜班的同事，然后各自回家去了',
])('“%s” is no sign-off', (line) => {
  expect(readSignOff(line)).toBeUndefined();
});

test('a reporter alone does not end an article, an editor does', () => {
  expect(namesEditors(readSignOff('（记者 顾南屿）')!)).toBe(false);
  expect(namesEditors(readSignOff('（责编 顾南屿）')!)).toBe(true);
  expect(namesEditors(readSignOff('终审：顾南屿')!)).toBe(true);
});

test('a sign-off in brackets is parted from the paragraph it hangs on', () => {
  const split = splitInlineSignOff('船还在，人也还在。（责编：汤诗一、丁小涛）');
  expect(split?.text).toBe('船还在，人也还在。');
  expect(split?.meta.credits).toHaveLength(2);
  expect(splitInlineSignOff('他放下稿子（编辑部的老规矩）')).toBeUndefined();
});
