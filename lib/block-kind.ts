/** The kinds of block a front is built from; each has one component in components/front. */
export const blockKinds = ['lead', 'pictures', 'rolling', 'section', 'cityObservation', 'recent'] as const;

export type BlockKind = (typeof blockKinds)[number];

/** Fronts that exist in every newsroom: the home page, and what stands beside an article. */
export const frontKeys = ['home', 'article'] as const;

export type FrontKey = (typeof frontKeys)[number];

export const frontKeyLabels: Record<FrontKey, string> = { home: '首页', article: '稿件页侧栏' };

export const blockKindLabels: Record<BlockKind, string> = {
  lead: '头条',
  pictures: '图片新闻',
  rolling: '滚动',
  section: '栏目块',
  cityObservation: '城市观察',
  recent: '最新消息',
};
