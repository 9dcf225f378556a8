/** What became of the files and rows of an import. */
export type ImportCounts = {
  /** Files, and rows of tables, that were looked at. */
  read: number;
  added: number;
  /** Among the added: not live, because they have no time, wait for an editor, or were drafts before. */
  drafts: number;
  /** Among the added: an editor should compare them with their page. */
  doubtful: number;
  /** Articles that were there already. */
  known: number;
  refused: number;
  pictures: number;
  redirects: number;
};

export const noImportCounts: ImportCounts = {
  read: 0,
  added: 0,
  drafts: 0,
  doubtful: 0,
  known: 0,
  refused: 0,
  pictures: 0,
  redirects: 0,
};

/** Values are stored: rename none, only add. */
export const importItemStates = ['doubtful', 'refused', 'confirmed', 'dropped'] as const;

export type ImportItemState = (typeof importItemStates)[number];

export const importItemStateLabels: Record<ImportItemState, string> = {
  doubtful: '待核对',
  refused: '没有导入',
  confirmed: '已确认',
  dropped: '已删除',
};

/** A picture of the text: where it is to be had, and what the page says of it. */
export type ReadPicture = {
  /** As the page gives it, made absolute where the page says its own address; local files stay relative. */
  address: string;
  /** As the page itself writes it: beside a saved page lie its pictures. */
  asWritten: string;
  caption: string;
  credit: string;
  /** The block before which it stands. */
  beforeBlock: number;
};

/** What a line of the page was taken for. Every line is exactly one of these: nothing gets lost unnoticed. */
export type LineUse =
  | 'breadcrumb'
  | 'title'
  | 'meta'
  | 'body'
  | 'signOff'
  | 'sideBar'
  | 'footer'
  | 'originalHeadline'
  | 'leftOut';

export type ReadLine = { text: string; use: LineUse };

export const lineUseLabels: Record<LineUse, string> = {
  breadcrumb: '位置',
  title: '标题',
  meta: '信息行',
  body: '正文',
  signOff: '署名',
  sideBar: '侧栏',
  footer: '页脚',
  originalHeadline: '原标题',
  leftOut: '没有采用',
};
