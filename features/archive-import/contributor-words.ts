import type { ContributorRole } from '@/lib/contributor-role';

/** What pages call the roles, longest first, so that 责任编辑 is not read as 编辑. */
const words: [string, ContributorRole[]][] = [
  [
    '文字[/、]?摄影|采写[/、]?摄影|撰文[/、]?摄影|文[/、|]?图|图[/、|]?文|文[/、|]?摄',
    ['reporter', 'photographer'],
  ],
  ['摄影记者|摄影|摄像|图片|供图|图', ['photographer']],
  ['特约评论员|评论员|特约撰稿人?|撰稿人?|采写|撰文|作者|记者|文字|文', ['reporter']],
  ['通讯员', ['correspondent']],
  ['责任编辑|责编', ['responsibleEditor']],
  ['责任校对|校对|审校|责校', ['proofreader']],
  ['编辑', ['editor']],
];

/** Kinds of reporters and editors: the person is a reporter or an editor all the same. */
export const roleKinds =
  '特约|特派|本报|本网|本台|本社|本刊|首席|资深|高级|见习|实习|全媒体|融媒体|融媒|新媒体|驻地|前方|文字|网络|网站|稿件|值班|执行|视觉|本文|本期|责任';

/** Names that a sign-off lists and no role of ours stands for. */
const unsavedWords =
  '一审|二审|三审|初审|复审|终审|一校|二校|三校|审核|审读|审签|审定|编审|签发|监制|总监制|主编|副主编|总编辑|总编|值班主任|值班编委|值班总编|值班领导|值班主编|统筹|策划|制作|美编|制图|版式|设计|排版|剪辑|配音|播音|实习生|编译|翻译|整理|来稿|投稿';

const all = [...words.map(([word]) => word), unsavedWords];

/** A role word with the kinds before it, as the source of a pattern. */
export const roleWord = `(?:${roleKinds})*(?:${all.join('|')})`;

/** Common words that are roles only before a colon or a bar. */
export const shortRole = /^(?:文|图|文字|图片)$/u;

/** The roles a word stands for; none for a word of review or production. */
export function rolesOf(word: string): ContributorRole[] {
  return (
    words.find(([pattern]) => new RegExp(`(?:^|${roleKinds})(?:${pattern})$`, 'u').test(word))?.[1] ?? []
  );
}
