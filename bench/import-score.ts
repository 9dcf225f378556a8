import { readsAsName } from '@/features/archive-import/person-names';
import type { ReadPage } from '@/features/archive-import/read-page';
import { formatWithOffset } from '@/lib/dates';

/** A record of `expected.jsonl`: what a person read on a page. A field that the page does not state is left out. */
export type ExpectedPage = {
  file: string;
  title: string;
  title_alt?: string | string[];
  kicker?: string;
  subtitle?: string;
  published?: string;
  source?: string;
  source_alt?: string | string[];
  author?: string[];
  editor?: string[];
  breadcrumb?: string[];
  body_first30?: string;
  body_last30?: string;
  body_paragraphs?: number;
  paragraph_tolerance?: number;
  captions?: string[];
  optional_head?: string[];
  optional_tail?: string[];
  not_in_body?: string[];
};

/** Whether a field is right; undefined where the record says nothing of it. */
export type FieldScore = { field: string; right: boolean | undefined; found: string; expected: string };

const bare = (text: string) => text.replaceAll(/\s/gu, '');

/** Compares a page with its record by the rules of the folder's README: without white space, people as sets. */
export function scorePage(page: ReadPage, expected: ExpectedPage): FieldScore[] {
  const people = (...roles: string[]) =>
    page.credits.filter(({ role }) => roles.includes(role)).map(({ name }) => bare(name));
  const text = (field: string, found: string, wanted: string[]): FieldScore => ({
    field,
    right: wanted.length === 0 ? undefined : wanted.some((one) => bare(one) === bare(found)),
    found,
    expected: wanted.join(' / '),
  });
  const set = (field: string, found: string[], wanted: string[] | undefined): FieldScore => ({
    field,
    right: wanted === undefined ? undefined : sameSet(found, wanted.map(bare)),
    found: found.join('、'),
    expected: wanted?.join('、') ?? '',
  });
  return [
    text('标题', page.headline, [expected.title, ...listOf(expected.title_alt)]),
    text('引题', page.kicker, listOf(expected.kicker)),
    text('副题', page.subheadline, listOf(expected.subtitle)),
    time(page, expected.published),
    body(page, expected),
    text('来源', page.source, [...listOf(expected.source), ...listOf(expected.source_alt)]),
    set('作者', people('reporter', 'correspondent'), expected.author),
    set('编辑', people('editor', 'responsibleEditor'), expected.editor),
    text(
      '位置',
      page.trail.join('>'),
      expected.breadcrumb === undefined ? [] : [expected.breadcrumb.join('>')],
    ),
  ];
}

/** The fields that a page has but its record leaves out; mostly mistakes, so they are shown, not counted. */
export function surplusOf(page: ReadPage, expected: ExpectedPage): string[] {
  const writers = page.credits.filter(({ role }) => /^(?:reporter|correspondent)$/u.test(role));
  const editors = page.credits.filter(({ role }) => /editor/iu.test(role));
  return [
    ...(page.source !== '' && expected.source === undefined ? [`来源 ${page.source}`] : []),
    ...(expected.author === undefined
      ? writers.map(({ name }) => `作者 ${name}${readsAsName(name) ? '' : '？'}`)
      : []),
    ...(expected.editor === undefined ? editors.map(({ name }) => `编辑 ${name}`) : []),
    ...(page.kicker !== '' && expected.kicker === undefined ? [`引题 ${page.kicker}`] : []),
    ...(page.subheadline !== '' && expected.subtitle === undefined ? [`副题 ${page.subheadline}`] : []),
    ...(page.trail.length > 0 && expected.breadcrumb === undefined ? [`位置 ${page.trail.join('>')}`] : []),
  ];
}

function listOf(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : [value].flat();
}

function sameSet(one: string[], other: string[]): boolean {
  return one.every((name) => other.includes(name)) && other.every((name) => one.includes(name));
}

function time({ publishedAt }: ReadPage, expected: string | undefined): FieldScore {
  const found = publishedAt === undefined ? '' : formatWithOffset(publishedAt);
  // A date alone is right where the page's time is midnight, and the other way round.
  const wanted = expected?.replace(/T00:00(?::00)?$/u, '');
  return {
    field: '时间',
    right: wanted === undefined ? undefined : found.startsWith(wanted),
    found,
    expected: expected ?? '',
  };
}

function body(page: ReadPage, expected: ExpectedPage): FieldScore {
  const optional = new Set([...(expected.optional_head ?? []), ...(expected.optional_tail ?? [])].map(bare));
  const lines = page.blocks
    .flatMap((block) => (block.type === 'paragraph' ? [block.text] : block.lines))
    .filter((line) => !optional.has(bare(line)));
  const text = bare(lines.join(''));
  const wrong: string[] = [];
  if (!text.startsWith(bare(expected.body_first30 ?? ''))) wrong.push(`开头是“${text.slice(0, 30)}”`);
  if (!text.endsWith(bare(expected.body_last30 ?? ''))) wrong.push(`结尾是“${text.slice(-30)}”`);
  const off = Math.abs(lines.length - (expected.body_paragraphs ?? lines.length));
  if (off > (expected.paragraph_tolerance ?? 0))
    wrong.push(`${lines.length} 段，应为 ${expected.body_paragraphs} 段`);
  for (const foreign of expected.not_in_body ?? []) {
    if (text.includes(bare(foreign))) wrong.push(`混入“${foreign}”`);
  }
  for (const caption of expected.captions ?? []) {
    if (lines.some((line) => bare(line) === bare(caption))) wrong.push(`图说进了正文“${caption}”`);
  }
  return {
    field: '正文',
    right: expected.body_first30 === undefined ? undefined : wrong.length === 0,
    found: wrong.join('；'),
    expected: '',
  };
}
