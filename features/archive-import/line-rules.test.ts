import { expect, test } from 'vitest';
import { toBodyBlocks } from '@/features/archive-import/body-blocks';
import { readBreadcrumb } from '@/features/archive-import/breadcrumb-line';
import { readCredits } from '@/features/archive-import/credits';
import { readDateline } from '@/features/archive-import/dateline';
import { readMetaLine } from '@/features/archive-import/meta-line';
import { readPublishedTime } from '@/features/archive-import/published-time';
import { isBoxTitle, readSideBar } from '@/features/archive-import/side-bar';
import { readSignOff } from '@/features/archive-import/sign-off-line';
import { formatWithOffset } from '@/lib/dates';

const people = (line: string) => readCredits(line).map(({ role, name }) => `${role} ${name}`);

test.for([
  ['您当前的位置 :澄江网\u00A0>\u00A0城镇网\u00A0>\u00A0快报 正文', ['澄江网', '城镇网', '快报']],
  ['您的当前位置：首页 >> 新闻 >> 正文', ['首页', '新闻']],
  ['当前位置: 首页 -> 要闻', ['首页', '要闻']],
  ['现在位置：首页›民生›正文', ['首页', '民生']],
  ['您所在的位置：首页＞教育＞正文', ['首页', '教育']],
  ['首页 > 新闻 > 本地 > 正文', ['首页', '新闻', '本地']],
] as const)('the breadcrumb of “%s” is read', ([line, trail]) => {
  expect(readBreadcrumb(line)).toEqual(trail);
});

test.for(['气温 > 30 度时请减少外出。', '党建引领，干部担当', '位置优越的新码头'])(
  '“%s” is no breadcrumb',
  (line) => {
    expect(readBreadcrumb(line)).toBeUndefined();
  },
);

test.for([
  ['2018-07-01 09:15', '2018-07-01T09:15:00+08:00'],
  ['2019年06月15日08:18', '2019-06-15T08:18:00+08:00'],
  ['2019-12-10 07:57:40', '2019-12-10T07:57:40+08:00'],
  ['2022.01.20 16:31', '2022-01-20T16:31:00+08:00'],
  ['发布日期：2021/3/5', '2021-03-05T00:00:00+08:00'],
  ['２０１８－０７－０１　０９：１５', '2018-07-01T09:15:00+08:00'],
  ['2020年1月2日 8时5分', '2020-01-02T08:05:00+08:00'],
])('the time of “%s” is %s', ([line, time]) => {
  expect(formatWithOffset(readPublishedTime(line!)!.instant)).toBe(time);
});

test.for(['2021-13-01 08:00', '2021-02-30', '0000-01-01', '9999-12-31', '25:61', '电话 0571-85310000'])(
  '“%s” holds no time',
  (line) => {
    expect(readPublishedTime(line)).toBeUndefined();
  },
);

test.for([
  ['通讯员 叶小满 记者 顾南屿', ['correspondent 叶小满', 'reporter 顾南屿']],
  ['记者：沈知渔、陆青禾 通讯员：汪水清', ['reporter 沈知渔', 'reporter 陆青禾', 'correspondent 汪水清']],
  ['见习记者 韩见山', ['reporter 韩见山']],
  ['作者：张　三', ['reporter 张三']],
  ['(责编:汤一诗、丁小涛)', ['responsibleEditor 汤一诗', 'responsibleEditor 丁小涛']],
  ['编辑 刘一阳 校对 李小铭', ['editor 刘一阳', 'proofreader 李小铭']],
  ['记者陈一智 整合', ['reporter 陈一智']],
] as const)('“%s” names its people', ([line, expected]) => {
  expect(people(line)).toEqual(expected);
});

test.for([
  '编辑:庄书白',
  '编辑|禤一杰',
  '【责任编辑:马春一】',
  '(责编：汤诗一、丁小涛)',
  '责任编辑：孙重一',
  '校对|黄一熳',
])('“%s” is a sign-off', (line) => {
  expect(readSignOff(line)).not.toBeUndefined();
});

test.for([
  '编辑部门口排起了长队。',
  '编辑：',
  '责编们把稿子又看了一遍，确认每个数字都有出处，才放心地交给了夜班的同事，然后各自回家去了',
])('“%s” is no sign-off', (line) => {
  expect(readSignOff(line)).toBeUndefined();
});

test('a meta line gives time, source and people in any order', () => {
  expect(readMetaLine('来源：澄江日报 2019-05-12 08:40 记者 顾南屿')).toEqual({
    publishedAt: new Date('2019-05-12T00:40:00Z'),
    source: '澄江日报',
    credits: [{ role: 'reporter', name: '顾南屿' }],
  });
});

test.for([
  '2018年7月1日，三桥通车，记者沿江走了一圈。',
  '这一天，记者来到晒网滩村',
  '1200户居民用上了新水管',
])('the sentence “%s” is no meta line', (line) => {
  expect(readMetaLine(line)).toBeUndefined();
});

test.for([
  ['新华社巴黎12月9日电（记者唐一霁）大会开幕。', '新华社', '唐一霁'],
  ['澄江网10月4日讯（记者陈一智 整合）大桥合龙。', '澄江网', '陈一智'],
  ['澄京报讯（记者 陆一夫）昨天，', '澄京报', '陆一夫'],
])('the dateline of “%s” is read', ([text, source, name]) => {
  expect(readDateline([text!])).toEqual({ source, credits: [{ role: 'reporter', name }] });
});

test('two short lines in a row are one subhead of two lines, one alone is a subhead of one', () => {
  expect(
    toBodyBlocks(['第一段。', '以细水绕新城', '以长桥接旧岸', '第二段。', '一河清水', '第三段。']),
  ).toEqual([
    { type: 'paragraph', text: '第一段。' },
    { type: 'subhead', lines: ['以细水绕新城', '以长桥接旧岸'] },
    { type: 'paragraph', text: '第二段。' },
    { type: 'subhead', lines: ['一河清水'] },
    { type: 'paragraph', text: '第三段。' },
  ]);
});

test('a short sentence, a poem and the last line are no subheads', () => {
  const lines = ['江水清了。', '春江潮水', '连海平', '海上明月', '共潮生', '后来呢？', '就这样吧'];
  expect(toBodyBlocks(lines).every(({ type }) => type === 'paragraph')).toBe(true);
});

test('the box after an article gives its lead and abstract, a list of headlines only its lead', () => {
  expect(readSideBar(['城市观察', '【城镇观察】一河两岸', '河边的人说起从前。'])).toEqual({
    title: '城市观察',
    headline: '【城镇观察】一河两岸',
    abstract: '河边的人说起从前。',
  });
  expect(readSideBar(['| 最新', '看点', '又一条'])).toEqual({
    title: '最新',
    headline: '看点',
    abstract: '',
  });
  expect(isBoxTitle('人们在桥上观察江面的变化')).toBe(false);
});
