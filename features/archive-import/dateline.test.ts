import { expect, test } from 'vitest';
import { readDateline } from '@/features/archive-import/dateline';

test.for([
  ['新华社巴黎12月9日电（记者唐一霁）大会开幕。', '新华社', '唐一霁'],
  ['澄江网10月4日讯（记者陈一智 整合）大桥合龙。', '澄江网', '陈一智'],
  ['澄京报讯（记者 陆一桥）昨天，', '澄京报', '陆一桥'],
  ['报名下周开始。澄京报快讯（记者 黄一程）今天，', '澄京报', '黄一程'],
  ['澄江新闻网11月22日讯(澄江日报记者 欧阳进一 文/摄)大桥合龙。', '澄江新闻网', '欧阳进一'],
  ['本报讯（记者 顾南屿）大桥合龙。', '', '顾南屿'],
])('the dateline of “%s” is read', ([text, source, name]) => {
  expect(readDateline([text!])).toEqual({ source, credits: [{ role: 'reporter', name }] });
});

test('a bracket that names nobody is no dateline', () => {
  expect(readDateline(['澄江日报讯（第三版）大桥合龙。'])).toBeUndefined();
});
