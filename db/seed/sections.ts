import type { SectionKind } from '@/lib/section-kind';

/** The demo newsroom's tree; order is the order of the navigation. */
export type DemoSection = { path: string; name: string; kind: SectionKind; description: string };

export const demoSections: DemoSection[] = [
  {
    path: '',
    name: '澄澜在线',
    kind: 'portal',
    description: '澄澜市综合新闻门户：要闻、民生、经济、文化与城市观察。',
  },
  { path: 'news', name: '要闻', kind: 'section', description: '澄澜市每日重要新闻与政务动态。' },
  { path: 'news/civic', name: '市政', kind: 'section', description: '规划、建设与公共服务。' },
  { path: 'news/headlines', name: '综合', kind: 'section', description: '澄澜各区县综合消息。' },
  { path: 'city', name: '城事', kind: 'section', description: '街巷里的澄澜：民生、交通与社区。' },
  {
    path: 'city/livelihood',
    name: '民生',
    kind: 'section',
    description: '柴米油盐、水电气暖，身边事身边人。',
  },
  { path: 'city/transport', name: '交通', kind: 'section', description: '公交、轨道、道路与航运出行。' },
  { path: 'city/community', name: '社区', kind: 'section', description: '邻里、物业与基层治理。' },
  { path: 'economy', name: '经济', kind: 'section', description: '产业、企业与市场。' },
  { path: 'economy/industry', name: '产业', kind: 'section', description: '制造、物流与创新企业。' },
  { path: 'economy/countryside', name: '乡村', kind: 'section', description: '田间地头与乡村振兴。' },
  { path: 'culture', name: '文化', kind: 'section', description: '戏台、书院、老手艺与新展览。' },
  { path: 'education', name: '教育', kind: 'section', description: '校园、课堂与招生考试。' },
  { path: 'health', name: '健康', kind: 'section', description: '医疗、公共卫生与养老。' },
  { path: 'sports', name: '体育', kind: 'section', description: '全民健身与赛事。' },
  {
    path: 'city-observation',
    name: '城市观察',
    kind: 'section',
    description: '记者与作者看一座城市如何生长。',
  },
  {
    path: 'town',
    name: '澄澜城镇网',
    kind: 'subsite',
    description: '澄澜在线子站：二十六个镇街的新闻与故事。',
  },
  { path: 'town/express', name: '城镇即时报', kind: 'section', description: '镇街消息，即时到达。' },
  { path: 'town/stories', name: '镇街故事', kind: 'section', description: '写小地方的人和事。' },
  { path: 'town/rivers', name: '河湖纪事', kind: 'section', description: '澄澜江、镜汐湖与千条小河的治理。' },
];
