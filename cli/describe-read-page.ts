import { missingFields, type ReadPage } from '@/features/archive-import/read-page';
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
export function describeReadPage(file: string, page: ReadPage): string {
  const paragraphs = page.blocks.filter((block) => block.type === 'paragraph');
  const subheads = page.blocks.flatMap((block) =>
    block.type === 'subhead' ? [block.lines.join(' / ')] : [],
  );
  const leftOut = page.lines.flatMap(({ text, use }) => (use === 'leftOut' ? [shorten(text)] : []));
  const people = page.credits.map(({ role, name }) => `${contributorRoleLabels[role]} ${name}`);
  const rows: [string, string][] = [
    ['位置导航', page.trail.join(' > ')],
    ['引题', page.kicker],
    ['标题', page.headline],
    ['副题', page.subheadline],
    ['原标题', page.originalHeadline],
    ['原文链接', page.originalUrl],
    ['发布时间', page.publishedAt === undefined ? '' : formatDateTime(page.publishedAt)],
    ['来源', page.source],
    ['署名', people.join('，')],
    ['正文', `${paragraphs.length} 段`],
    ...paragraphs.slice(0, 1).map(({ text }): [string, string] => ['首段', shorten(text)]),
    ...paragraphs
      .slice(1)
      .slice(-1)
      .map(({ text }): [string, string] => ['末段', shorten(text)]),
    ['小标题', subheads.length === 0 ? '' : `${subheads.length} 处：${subheads.join('；')}`],
    ['侧栏', page.sideBar === undefined ? '' : `${page.sideBar.title}：${page.sideBar.headline}`],
    ['侧栏摘要', shorten(page.sideBar?.abstract ?? '')],
    ['版权行', page.copyrightNotice],
    ['没有找到', missingFields(page).join('、')],
    ['请核对', page.doubts.join('；')],
    ['没有采用', leftOut.length === 0 ? '' : `${leftOut.length} 行：${leftOut.slice(0, 8).join('；')}`],
  ];
  const shown = rows.filter(([, value]) => value !== '');
  return [
    file,
    ...shown.map(([label, value]) => `  ${label}${' '.repeat(labelWidth - widthOf(label))}${value}`),
  ].join('\n');
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > 40
    ? `${characters.slice(0, 28).join('')}……${characters.slice(-8).join('')}`
    : text;
}
