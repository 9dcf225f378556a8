import type { Credit } from '@/features/articles/insert-article';

export type ReadBlock = { type: 'paragraph'; text: string } | { type: 'subhead'; lines: string[] };

/** The box beside an old article: its title, and the lead headline with its abstract. */
export type ReadSideBar = { title: string; headline: string; abstract: string };

/** What a reader of some format found on one page. How it is stored is store-imported-page.ts's business. */
export type ReadPage = {
  /** From the group's site down to the section, without 正文. */
  trail: string[];
  kicker: string;
  headline: string;
  subheadline: string;
  publishedAt: Date | undefined;
  source: string;
  credits: Credit[];
  blocks: ReadBlock[];
  originalHeadline: string;
  sideBar: ReadSideBar | undefined;
  copyrightNotice: string;
};

export const readFieldLabels = {
  trail: '位置导航',
  publishedAt: '发布时间',
  source: '来源',
  credits: '记者或通讯员',
  signOff: '编辑',
} as const;

/** The fields a page usually has and this one does not, in Chinese, for the report. */
export function missingFields(page: ReadPage): string[] {
  const { reporter, editor } = {
    reporter: page.credits.some(({ role }) => role === 'reporter' || role === 'correspondent'),
    editor: page.credits.some(({ role }) => role === 'editor' || role === 'responsibleEditor'),
  };
  const found = {
    trail: page.trail.length > 0,
    publishedAt: page.publishedAt !== undefined,
    source: page.source !== '',
    credits: reporter,
    signOff: editor,
  };
  return Object.entries(readFieldLabels)
    .filter(([field]) => !found[field as keyof typeof found])
    .map(([, label]) => label);
}
