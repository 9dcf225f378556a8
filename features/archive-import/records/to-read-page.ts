import { toBodyBlocks } from '@/features/archive-import/body-blocks';
import { readClosingNames } from '@/features/archive-import/closing-names';
import { addressOf } from '@/features/archive-import/html-metadata';
import type { MetaLine } from '@/features/archive-import/meta-line';
import { claimOriginals } from '@/features/archive-import/original-lines';
import { factsOf, isWriter, withoutRepeats } from '@/features/archive-import/page-facts';
import { identityOf } from '@/features/archive-import/page-identity';
import type { PageLine } from '@/features/archive-import/page-lines';
import { readsAsName, splitNames } from '@/features/archive-import/person-names';
import type { ImportedRecord, ReadPage } from '@/features/archive-import/read-page';
import { claimClosingLines, splitLastParagraph } from '@/features/archive-import/read-tail';
import { fillTemplate } from '@/features/archive-import/records/address-template';
import { instantOfValue } from '@/features/archive-import/records/instant-of-value';
import type { FieldName, Mapping } from '@/features/archive-import/records/mapping';
import type { Row } from '@/features/archive-import/records/read-rows';
import { linesOfHtml, linesOfText, type RecordLines } from '@/features/archive-import/records/record-lines';
import type { ContributorRole, Credit } from '@/lib/contributor-role';
import type { Outcome } from '@/lib/problems';

/** Where joined tables leave what they know of the section (join-tables.ts). */
export const trailColumn = 'section.trail';

const longest = { headline: 200, words: 500, abstract: 2000 };

/**
 * Makes of a row of another system's table what a page would have told, by a mapping. Refused when it has no
 * headline or text, or was in the bin there. Pure; throws for nothing that a row can hold.
 */
export function toReadPage(row: Row, mapping: Mapping): Outcome<ImportedRecord> {
  const text = (field: FieldName, most = longest.words) =>
    oneLine(textOf(row, mapping, field)).slice(0, most);
  const status = textOf(row, mapping, 'status').trim();
  if (status !== '' && mapping.refused.includes(status)) return refused('原系统里已删除，没有导入');
  const headline = text('headline', longest.headline);
  if (headline === '') return refused('没有找到标题');
  const { content, pictures } = linesOf(row, mapping, headline);
  const body: PageLine[] = content.map((line) => ({ text: line, use: undefined }));
  const original = claimOriginals(body);
  const signOffs: MetaLine[] = [];
  claimClosingLines(
    body.filter(({ use }) => use === undefined),
    signOffs,
  );
  const inline = splitLastParagraph(body.filter(({ use }) => use === undefined));
  if (inline !== undefined) signOffs.push(inline);
  const kept = body.filter(({ use }) => use === undefined);
  // Systems that keep the headline apart often have it once more in the text.
  if (kept.length > 1 && oneLine(kept[0]!.text) === headline) kept.shift()!.use = 'title';
  for (const line of kept) line.use = 'body';
  const texts = kept.map((line) => line.text);
  const blocks = toBodyBlocks(texts);
  if (blocks.length === 0) return refused('没有找到正文');

  const facts = factsOf({ metas: [], doubts: [] }, { signOffs, doubts: [] }, texts);
  const time = textOf(row, mapping, 'publishedAt').trim();
  const publishedAt = time === '' ? facts.publishedAt : instantOfValue(time);
  const credits = creditsOf(row, mapping, facts.credits, texts);
  const addresses = addressesOf(row, mapping, publishedAt);
  const absolute = addresses.find((address) => addressOf(address) !== '') ?? '';
  const id = textOf(row, mapping, 'id').trim();
  const page: ReadPage = {
    trail: trailOf(row, mapping),
    kicker: text('kicker'),
    headline,
    subheadline: text('subheadline'),
    publishedAt,
    source: sourceOf(row, mapping) || facts.source,
    credits,
    abstract: text('abstract', longest.abstract),
    blocks,
    pictures,
    address: absolute,
    originalHeadline: original.originalHeadline,
    originalUrl: addressOf(text('originalUrl', 2000)) || original.originalUrl,
    sideBar: undefined,
    copyrightNotice: text('copyrightNotice'),
    lines: body.map((line) => ({ text: line.text, use: line.use ?? 'leftOut' })),
    doubts: [
      ...facts.doubts,
      ...(time !== '' && publishedAt === undefined ? [`发布时间“${time.slice(0, 40)}”读不懂`] : []),
    ],
    identity:
      id === '' ? identityOf(absolute, [headline, ...texts]) : `record:${mapping.name}:${id.slice(0, 100)}`,
  };
  const isLive = mapping.published === undefined || status === '' || mapping.published.includes(status);
  return {
    ok: true,
    value: { page, tags: tagsOf(row, mapping), addresses, status: isLive ? 'published' : 'draft' },
  };
}

function refused(message: string): Outcome<ImportedRecord> {
  return { ok: false, problems: [{ field: 'record', message }] };
}

/** What the first filled column of a field holds, as text; lists with a line for each. */
function textOf(row: Row, { fields }: Mapping, field: FieldName): string {
  for (const column of [fields[field] ?? []].flat()) {
    const text = Object.hasOwn(row, column) ? asText(row[column]) : '';
    // MySQL writes NULL so.
    if (text !== '' && text !== '\\N' && text !== 'NULL') return text;
  }
  return '';
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value.replaceAll('\u0000', '').toWellFormed();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.slice(0, 1000).map(asText).filter(Boolean).join('\n');
  if (typeof value === 'object' && value !== null && 'name' in value) return asText(value.name);
  return '';
}

/** Without tags and control characters: these fields are words on one line. */
function oneLine(text: string): string {
  return text
    .replaceAll(/<[^<>]{1,500}>/gu, '')
    .replaceAll(/&(?:nbsp|#160);/gu, ' ')
    .replaceAll(/&quot;/gu, '"')
    .replaceAll(/&lt;/gu, '<')
    .replaceAll(/&gt;/gu, '>')
    .replaceAll(/&amp;/gu, '&')
    .replaceAll(/[\p{Cc}\s\u3000]+/gu, ' ')
    .trim();
}

function linesOf(row: Row, mapping: Mapping, headline: string): RecordLines {
  const body = textOf(row, mapping, 'body');
  const isHtml = mapping.bodyIs === undefined ? /<\/?[a-z][^<>]*>/iu.test(body) : mapping.bodyIs === 'html';
  const read = isHtml ? linesOfHtml(body, headline, mapping.name === 'wordpress') : linesOfText(body);
  const picture = textOf(row, mapping, 'picture').trim();
  const isShown = picture === '' || read.pictures.some(({ asWritten }) => asWritten === picture);
  const cover = { address: picture, asWritten: picture, caption: '', credit: '', beforeBlock: 0 };
  return isShown ? read : { ...read, pictures: [cover, ...read.pictures] };
}

const roleFields = [
  ['correspondents', 'correspondent'],
  ['reporters', 'reporter'],
  ['photographers', 'photographer'],
  ['editors', 'editor'],
] as const satisfies [FieldName, ContributorRole][];

/** Names of the columns first; what the text says fills roles that no column has. */
function creditsOf(row: Row, mapping: Mapping, found: Credit[], texts: string[]): Credit[] {
  const named = roleFields.flatMap(([field, role]) =>
    splitNames(textOf(row, mapping, field).replaceAll('\n', '、'))
      .names.filter(readsAsName)
      .map((name): Credit => ({ role, name })),
  );
  const closing = [texts.at(-1), texts[0]].flatMap((line) =>
    line === undefined ? [] : readClosingNames(line),
  );
  const written = [...found, ...(found.some(isWriter) ? [] : closing)];
  const isTaken = ({ role }: Credit) =>
    named.some(
      (one) => one.role === role || (isWriter(one) && (role === 'reporter' || role === 'correspondent')),
    );
  return withoutRepeats([...named, ...written.filter((one) => !isTaken(one))]);
}

/** What systems write when nobody said where a text comes from. */
const noSource = /^(?:未知|本站|原创|网络|admin|佚名|互联网|不详|-)$/iu;

/** PHPCMS writes 某报|0. */
function sourceOf(row: Row, mapping: Mapping): string {
  const source = oneLine(textOf(row, mapping, 'source')).replace(/\|\d*$/u, '');
  return noSource.test(source) ? '' : source.slice(0, 100);
}

function tagsOf(row: Row, mapping: Mapping): string[] {
  const tags = textOf(row, mapping, 'tags')
    .split(/[,，、;；|\n\t]+| {1,}/u)
    .map((tag) => oneLine(tag).slice(0, 30))
    .filter((tag) => tag !== '');
  return [...new Set(tags)].slice(0, 20);
}

function trailOf(row: Row, mapping: Mapping): string[] {
  const joined = row[trailColumn];
  if (Array.isArray(joined)) return joined.map(String).slice(0, 8);
  const text = textOf(row, mapping, 'section');
  // Lists name several sections side by side: the first one is the article's own.
  const first = text.split('\n')[0]!;
  return first
    .split(mapping.sectionSeparator)
    .map((name) => oneLine(name).slice(0, 40))
    .filter((name) => name !== '' && !/^\d+$/u.test(name))
    .slice(0, 8);
}

function addressesOf(row: Row, mapping: Mapping, publishedAt: Date | undefined): string[] {
  const own = textOf(row, mapping, 'address').trim();
  const made = mapping.addresses.flatMap((template) => fillTemplate(template, row, publishedAt) ?? []);
  return [...(own === '' ? [] : [own]), ...made];
}
