import { expect, test } from 'vitest';
import { isMetaLine, readMetaLine } from '@/features/archive-import/meta-line';

const peopleOf = (line: string) => readMetaLine(line)?.credits.map(({ role, name }) => `${role} ${name}`);
const isMeta = (line: string) => {
  const meta = readMetaLine(line);
  return meta !== undefined && isMetaLine(line, meta);
};

test.for([
  ['通讯员 叶小满 记者 顾南屿', ['correspondent 叶小满', 'reporter 顾南屿']],
  ['记者：沈知渔、陆青禾 通讯员：汪水清', ['reporter 沈知渔', 'reporter 陆青禾', 'correspondent 汪水清']],
  ['全媒体记者 顾南屿 叶小满 见习记者 汪水清', ['reporter 顾南屿', 'reporter 叶小满', 'reporter 汪水清']],
  ['作者：张　三', ['reporter 张三']],
  ['记者 张 三 李 四', ['reporter 张三', 'reporter 李四']],
  ['记者 阿依古丽·买买提江 欧阳进一', ['reporter 阿依古丽·买买提江', 'reporter 欧阳进一']],
  ['记者 John Smith 顾南屿', ['reporter John Smith', 'reporter 顾南屿']],
  ['通讯员 县文化馆', ['correspondent 县文化馆']],
  ['记者陈一智 整合', ['reporter 陈一智']],
  ['本报记者 顾南屿 通讯员 叶小满 文/图', ['reporter 顾南屿', 'correspondent 叶小满']],
  ['文/图 顾南屿', ['reporter 顾南屿', 'photographer 顾南屿']],
  ['文字：顾南屿 摄影：叶小满', ['reporter 顾南屿', 'photographer 叶小满']],
  ['采写/澄京报记者 徐一印', ['reporter 徐一印']],
  ['编辑 刘一阳 校对 李小铭', ['editor 刘一阳', 'proofreader 李小铭']],
  ['责编/顾南屿', ['responsibleEditor 顾南屿']],
  ['记者 顾南屿 点击数：128 字号：大 中 小', ['reporter 顾南屿']],
] as const)('“%s” names its people', ([line, people]) => {
  expect(peopleOf(line)).toEqual(people);
});

test.for([
  ['2018-07-01 09:15  来源:澄江日报 通讯员 叶小满', '澄江日报'],
  ['2019年06月15日08:18  来源：澄江网-文化频道', '澄江网-文化频道'],
  ['发布日期：2020-01-02 信息来源：市政府办公室 【字体：大 中 小】 打印', '市政府办公室'],
  ['2020-01-02 08:00 稿源∶澄江日报', '澄江日报'],
  ['2020-01-02 08:00来源：澄江日报作者：顾南屿编辑：叶小满', '澄江日报'],
  ['来源：《澄江日报》 2020-01-02', '澄江日报'],
  ['来源：Global Times 2020-01-02', 'Global Times'],
  ['来源：  作者：顾南屿', ''],
  ['图片来源：澄江日报 2020-01-02 08:00', ''],
] as const)('the source of “%s” is “%s”', ([line, source]) => {
  expect(readMetaLine(line)?.source).toBe(source);
});

test.for([
  '来源：澄江日报 2019-05-12 08:40 记者 顾南屿',
  '2020-01-02 08:00 澄江新闻网',
  '澄江日报 | 记者 顾南屿 | 2020-01-02 08:00 | 阅读 1024',
  '[2020-01-02 08:00] [来源：澄江日报] [作者：顾南屿] [字号：大 中 小]',
  '2020-01-02 08:00 来源：澄江日报 第3版',
  '责任编辑：顾南屿 电话：0571-88880000',
  '（澄江网编辑 孙一芳）',
])('“%s” is a meta line', (line) => {
  expect(isMeta(line)).toBe(true);
});

test.for([
  '2018年7月1日，三桥通车，记者沿江走了一圈。',
  '2020年1月2日9时30分，他说：“走吧。”',
  '会议定于2020年1月2日9:30举行',
  '这一天，记者来到晒网滩村',
  '记者获悉',
  '记者：您好',
  '编辑部门口排起了长队',
  '责编们又看了一遍',
  '1200户居民用上了新水管',
  '素材来源 沿江各县的报纸和广播',
  '整合 澄江日报记者 徐一翔',
])('“%s” is no meta line', (line) => {
  expect(isMeta(line)).toBe(false);
});

test('what a meta line says beside its facts is kept as unknown words', () => {
  expect(readMetaLine('2020-01-02 08:00 来源：澄江日报 第3版')?.rest).toEqual(['第3版']);
});

test('people in roles that no credit has are named apart', () => {
  const meta = readMetaLine('编辑：顾南屿 初审：王一 终审：赵三');
  expect(meta?.credits).toEqual([{ role: 'editor', name: '顾南屿' }]);
  expect(meta?.unsaved).toEqual(['初审 王一', '终审 赵三']);
});
