import type { ArticleContent } from '@/lib/article-content';

/** What each field is called on the form, in the check list and where two texts are compared. */
export const contentFieldLabels: Record<keyof ArticleContent, string> = {
  sectionId: '栏目',
  headline: '标题',
  kicker: '引题',
  subheadline: '副题',
  shortHeadline: '短标题',
  abstract: '摘要',
  body: '正文',
  coverAssetId: '封面图片',
  sourceName: '来源',
  sourceUrl: '来源网址',
  originalHeadline: '原标题',
  originalUrl: '原文网址',
  credits: '署名',
  tags: '标签',
};
