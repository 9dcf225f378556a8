/**
 * Where an article stands. Only `published` is ever shown to readers; `withdrawn` answers 410 and every
 * other status answers 404, as if the article had never been written.
 */
export const articleStatuses = [
  'draft',
  'inReview',
  'scheduled',
  'published',
  'unpublished',
  'withdrawn',
] as const;

export type ArticleStatus = (typeof articleStatuses)[number];

export const articleStatusLabels: Record<ArticleStatus, string> = {
  draft: '草稿',
  inReview: '审核中',
  scheduled: '定时发布',
  published: '已发布',
  unpublished: '已下线',
  withdrawn: '已撤稿',
};
