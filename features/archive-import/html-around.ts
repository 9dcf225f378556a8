import type { Credit } from '@/lib/contributor-role';
import { readsAsName, splitNames } from '@/features/archive-import/person-names';
import { readBreadcrumb } from '@/features/archive-import/breadcrumb-line';
import { readClosingNames } from '@/features/archive-import/closing-names';
import type { Headline } from '@/features/archive-import/find-headline';
import type { BodyLine } from '@/features/archive-import/html-body';
import type { MainContent } from '@/features/archive-import/main-content';
import {
  isMetaLine,
  isWhollyMeta,
  type MetaLine,
  readMetaLine,
  readsAsOutlet,
} from '@/features/archive-import/meta-line';
import type { PageLine } from '@/features/archive-import/page-lines';
import type { HtmlLine, ScannedPage } from '@/features/archive-import/scan-html';
import { namesEditors, readSignOff } from '@/features/archive-import/sign-off-line';

export type Around = { above: MetaLine[]; below: MetaLine[]; abstract: string };

const abstractLine =
  /^[【[]?\s*(?:核心提示|内容提要|内容摘要|摘要|提要|导读|核心阅读|内容导读)\s*[】\]]?\s*[:：]?\s*(?<text>.{10,})$/u;
const farAbove = 6;
const farBelow = 25;

/**
 * The lines about the article around its text: between headline and text, at the text's beginning, below it,
 * and right above the headline where nothing else has the time. Claims those that stand in the text.
 */
export function readAround(
  page: ScannedPage,
  content: MainContent,
  { line, headline }: Headline,
  lines: BodyLine[],
  body: PageLine[],
): Around {
  const firstText = lines.find(({ kind }) => kind === 'text')?.index ?? content.start;
  const from = line === -1 ? Math.max(0, content.start - farAbove) : line + 1;
  const above = page.lines.slice(from, Math.max(from, Math.min(firstText, from + 40))).flatMap(metaOf);
  above.push(...claimOpening(body, headline));
  const last = lines.findLast(({ kind }) => kind === 'text')?.index ?? content.end - 1;
  const below = page.lines.slice(last + 1, last + 1 + farBelow).flatMap((one) => belowOf(one));
  const hasTime = (metas: MetaLine[]) => metas.some(({ times }) => times.length > 0);
  if (!hasTime(above) && !hasTime(below) && line > 0) {
    above.push(...page.lines.slice(Math.max(0, line - farAbove), line).flatMap(timesOf));
  }
  const abstract = abstractLine.exec(body.find(({ use }) => use === undefined)?.text ?? '')?.groups?.text;
  const before = page.lines
    .slice(from, firstText)
    .map(({ text }) => abstractLine.exec(text)?.groups?.text)
    .find((text) => text !== undefined);
  return { above, below, abstract: (abstract ?? before ?? '').slice(0, 400) };
}

function metaOf(line: HtmlLine): MetaLine[] {
  const { parted, linked, text } = line;
  if (linked > text.length * 0.8 && !/来源|作者|记者|编辑|\d{4}/u.test(text)) return [];
  if (readBreadcrumb(parted) !== undefined && !/\d{4}/u.test(parted)) return [];
  const meta = readMetaLine(parted);
  if (meta === undefined) return bylineOf(line);
  return isMetaLine(parted, meta) || meta.times.some(({ hasClock }) => hasClock) ? [withWords(meta)] : [];
}

/** 2018-02-03 10:11 某某网 王某某: a paper and a name beside the time, parted by a blank only. */
function withWords(meta: MetaLine): MetaLine {
  const words = meta.rest.flatMap((one) => one.split(/\s+/u));
  const [outlet, name, ...more] = words;
  const isPair = outlet !== undefined && name !== undefined && more.length === 0 && readsAsOutlet(outlet);
  if (!isPair || !readsAsName(name) || meta.credits.length > 0 || meta.source !== '') return meta;
  return { ...meta, credits: [{ role: 'reporter', name }], rest: [outlet] };
}

/** A newspaper's page begins with its day: 2019年3月4日 星期一 第A05版. */
function timesOf({ parted, linked }: HtmlLine): MetaLine[] {
  const meta = parted.length <= 60 && linked === 0 ? readMetaLine(parted) : undefined;
  return meta === undefined || meta.times.length === 0 || /[。！？]$/u.test(parted)
    ? []
    : [{ ...meta, credits: [], unsaved: [], outlets: [], rest: [] }];
}

/** Names alone, in a box that is called the author's. */
function bylineOf({ text, element }: HtmlLine): MetaLine[] {
  if (text.length > 40 || !/author|byline|zuozhe|writer/u.test(element.names)) return [];
  const { names, rest } = splitNames(text);
  if (names.length === 0 || rest.length > 0 || !names.every(readsAsName)) return [];
  const credits = names.map((name): Credit => ({ role: 'reporter', name }));
  return [{ lead: '', times: [], source: '', outlets: [], credits, unsaved: [], rest: [] }];
}

/** Below a text only labelled facts count: times of other stories stand there bare. */
function belowOf({ parted, linked, text }: HtmlLine): MetaLine[] {
  if (linked > text.length * 0.5) return [];
  const inner = parted
    .replaceAll(/^[（(【[]\s*|\s*[)）】\]]$/gu, '')
    .replace(/^[\p{sc=Han}]{2,8}(?:网|报|台|社)\s?(?=编辑)/u, '');
  const meta = readSignOff(inner) ?? readMetaLine(inner);
  if (meta === undefined || parted.length > 120) return [];
  const times = meta.times.filter(({ hasLabel, isUpdate }) => hasLabel && !isUpdate);
  const isFact = isWhollyMeta(meta) || namesEditors(meta) || times.length > 0 || meta.source !== '';
  return isFact && !/[。！？]$/u.test(parted) ? [{ ...meta, times, rest: [] }] : [];
}

/** Bylines and column names above the first sentence: 某报记者 王某 张某, 【栏目】. */
function claimOpening(body: PageLine[], headline: string): MetaLine[] {
  const metas: MetaLine[] = [];
  for (const line of body.slice(0, 6)) {
    if (line.use !== undefined) continue;
    const { text } = line;
    if (/[。！？]["”’]?$/u.test(text) && text.length > 30) break;
    const meta = readMetaLine(text);
    if (meta !== undefined && isMetaLine(text, meta)) {
      metas.push(withWords(meta));
      line.use = 'meta';
    } else if (/^[【[［][^】\]］]{2,14}[】\]］]$/u.test(text) || text === headline) line.use = 'leftOut';
    else if (text.length > 40 || readClosingNames(text).length > 0) break;
  }
  return metas;
}
