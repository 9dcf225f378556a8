import type { ImportResult } from '@/features/archive-import/run/store-batch';
import { blockLines } from '@/lib/article-body';
import { contributorRoleLabels } from '@/lib/contributor-role';
import { formatDateTime } from '@/lib/dates';

/** Columns of the terminal that a text takes: Chinese characters and full-width marks take two. */
function widthOf(text: string): number {
  return [...text].reduce(
    (sum, sign) => sum + (/[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60]/u.test(sign) ? 2 : 1),
    0,
  );
}

const labelWidth = 10;

/** What was read from a page, as a table of fields that a person can compare with the page. */
export function describePrepared({
  place,
  outcome,
  prepared,
}: Exclude<ImportResult, { outcome: 'refused' }>): string {
  const { article, trail, publishedAt, sideBar, pictures, confidence, missing, doubts, lines, paths } =
    prepared;
  const paragraphs = article.body.content.flatMap((block) =>
    block.type === 'paragraph' ? blockLines(block) : [],
  );
  const subheads = article.body.content.flatMap((block) =>
    block.type === 'subhead' ? [blockLines(block).join(' / ')] : [],
  );
  const leftOut = lines.flatMap(({ text, use }) => (use === 'leftOut' ? [shorten(text)] : []));
  const people = article.credits.map(({ role, name }) => `${contributorRoleLabels[role]} ${name}`);
  const rows: [string, string][] = [
    ['位置导航', trail.join(' > ')],
    ['引题', article.kicker ?? ''],
    ['标题', article.headline],
    ['副题', article.subheadline ?? ''],
    ['原标题', article.originalHeadline ?? ''],
    ['原文链接', article.originalUrl ?? ''],
    ['旧网址', paths.join('，')],
    ['发布时间', publishedAt === undefined ? '' : formatDateTime(publishedAt)],
    ['来源', article.source?.name ?? ''],
    ['署名', people.join('，')],
    ['标签', (article.tags ?? []).join('，')],
    ['正文', `${paragraphs.length} 段`],
    ...paragraphs.slice(0, 1).map((text): [string, string] => ['首段', shorten(text)]),
    ...paragraphs
      .slice(1)
      .slice(-1)
      .map((text): [string, string] => ['末段', shorten(text)]),
    ['小标题', subheads.length === 0 ? '' : `${subheads.length} 处：${subheads.join('；')}`],
    ['图片', pictures.length === 0 ? '' : `${pictures.length} 张`],
    ['侧栏', sideBar === undefined ? '' : sideBar.headline],
    ['侧栏摘要', shorten(sideBar?.abstract ?? '')],
    ['版权行', article.copyrightNotice ?? ''],
    ['没有找到', missing.join('、')],
    ['请核对', doubts.join('；')],
    ['把握', `${confidence}%${outcome === 'known' ? '，已存在' : ''}`],
    ['没有采用', leftOut.length === 0 ? '' : `${leftOut.length} 行：${leftOut.slice(0, 8).join('；')}`],
  ];
  const shown = rows.filter(([, value]) => value !== '');
  return [
    place,
    ...shown.map(([label, value]) => `  ${label}${' '.repeat(labelWidth - widthOf(label))}${value}`),
  ].join('\n');
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > 40
    ? `${characters.slice(0, 28).join('')}……${characters.slice(-8).join('')}`
    : text;
}
