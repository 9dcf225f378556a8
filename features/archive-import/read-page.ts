import type { Credit } from '@/lib/contributor-role';
import type { ReadLine, ReadPicture } from '@/lib/import-run';

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
  /** The page's own 核心提示 or 摘要; it stays in the body as well. */
  abstract: string;
  blocks: ReadBlock[];
  pictures: ReadPicture[];
  /** Where the page itself was to be read; empty where it does not say. */
  address: string;
  /** Of what was reprinted. */
  originalHeadline: string;
  originalUrl: string;
  sideBar: ReadSideBar | undefined;
  copyrightNotice: string;
  lines: ReadLine[];
  /** What a person should look at, one Chinese sentence each. */
  doubts: string[];
  /**
   * The same page gives the same identity: by its address where it has one, otherwise by its text, whatever its
   * line ends, indents and byte order mark.
   */
  identity: string;
};

const fieldLabels = {
  trail: '位置导航',
  publishedAt: '发布时间',
  source: '来源',
  writers: '记者或通讯员',
  editors: '编辑',
} as const;

/** The fields a page usually has and this one does not, in Chinese, for the report. */
export function missingFields(page: ReadPage): string[] {
  const hasRole = (...roles: string[]) => page.credits.some(({ role }) => roles.includes(role));
  const found = {
    trail: page.trail.length > 0,
    publishedAt: page.publishedAt !== undefined,
    source: page.source !== '',
    writers: hasRole('reporter', 'correspondent'),
    editors: hasRole('editor', 'responsibleEditor'),
  };
  return Object.entries(fieldLabels)
    .filter(([field]) => !found[field as keyof typeof found])
    .map(([, label]) => label);
}

/** An article of another system's database; see records/. */
export type ImportedRecord = {
  page: ReadPage;
  tags: string[];
  /** Addresses it had, absolute or from the root. */
  addresses: string[];
  /** As the other system had it. */
  status: 'published' | 'draft';
};
