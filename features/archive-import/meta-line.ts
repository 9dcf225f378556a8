import type { Credit } from '@/lib/contributor-role';
import { roleKinds, roleWord, rolesOf, shortRole } from '@/features/archive-import/contributor-words';
import { blankOutFurniture } from '@/features/archive-import/furniture-line';
import { endsAsSentence, foldWidth } from '@/features/archive-import/page-lines';
import { readsAsName, splitNames } from '@/features/archive-import/person-names';
import { findTimes, type FoundTime } from '@/features/archive-import/published-time';

/** What a line says about the article, and the words in it that say something else. */
export type MetaLine = {
  /** The words before the first of them. */
  lead: string;
  times: FoundTime[];
  source: string;
  /** The papers of the reporters: 澄江日报记者 顾某. */
  outlets: string[];
  credits: Credit[];
  /** People in roles that the portal does not keep: 终审 赵某. */
  unsaved: string[];
  rest: string[];
};

const longestMetaLine = 200;

const sourceLabel = String.raw`(?:信息|稿件|文章|新闻|内容|来稿)?(?:来源|稿源)(?:于|自)?|出处|供稿单位`;
const boundary = String.raw`(?<=^|[^\p{sc=Han}\p{L}\p{N}])`;
const outlet = String.raw`(?<outlet>[\p{sc=Han}·•]{2,14}?)??`;
const labels = new RegExp(
  String.raw`${boundary}(?:(?<source>${sourceLabel})\s*(?:[:|/]\s*|\s+|$)|${outlet}(?<role>${roleWord})(?:\s*[:|/]+\s*|\s+|$))`,
  'gu',
);
/** 记者唐某, 2020-01-02来源:某报作者:某某: a label without the blank that should part it from what stands around it. */
const gluedRole = new RegExp(
  String.raw`(?<role>${roleWord})(?=(?<word>\p{sc=Han}{2,4})(?!\p{sc=Han}))`,
  'gu',
);
const gluedLabel = new RegExp(
  String.raw`(?<=\p{sc=Han}|\p{N})(?<!图片|素材|资料|数据|视频|${roleKinds}|信息|稿件|文章|新闻|内容|来稿)(?=(?:${sourceLabel}|责任编辑|责编|编辑|作者|记者|通讯员|校对)\s*[:：∶︰﹕])`,
  'gu',
);

/**
 * Takes a line apart into times, source and people, in any order. Undefined when the line is too long to be
 * about the article rather than part of it, or holds none of these.
 */
export function readMetaLine(line: string): MetaLine | undefined {
  if (line.length > longestMetaLine) return undefined;
  const times = findTimes(line);
  let text = line;
  for (const { start, end } of times) text = text.slice(0, start) + '|'.repeat(end - start) + text.slice(end);
  text = unglue(blankOutFurniture(text).replaceAll(/https?:\/\/[^\s\u3000|]+/gu, '|'));
  const folded = foldWidth(text);
  const found = [...folded.matchAll(labels)].filter(
    ({ groups, 0: all }) => !shortRole.test(groups!.role ?? '') || /[:|/]/u.test(all),
  );

  const start = Math.min(found[0]?.index ?? text.length, times[0]?.start ?? text.length);
  const meta: MetaLine = {
    lead: lettersOf(text.slice(0, start)),
    times,
    source: '',
    outlets: [],
    credits: [],
    unsaved: [],
    rest: [],
  };
  addRest(meta, text.slice(0, found[0]?.index ?? text.length));
  for (const [index, { index: at, 0: all, groups }] of found.entries()) {
    const segment = text.slice(at + all.length, found[index + 1]?.index ?? text.length);
    if (groups!.source === undefined) readPeople(meta, groups!.role!, groups!.outlet, segment);
    else readSource(meta, segment);
  }
  return times.length > 0 || found.length > 0 ? meta : undefined;
}

function unglue(text: string): string {
  return text
    .replaceAll(gluedLabel, ' ')
    .replaceAll(gluedRole, (role, _role, word: string) =>
      readsAsName(word) || readsAsName(word.replace(/报道$|整合$/u, '')) ? `${role} ` : role,
    );
}

function readSource(meta: MetaLine, segment: string): void {
  const [first = '', ...others] = segment.trim().split(/\s*[|｜]\s*|\s+/u);
  let name = first;
  // 来源：Global Times
  while (/^\p{sc=Latin}/u.test(name) && /^\p{sc=Latin}/u.test(others[0] ?? '')) name += ` ${others.shift()}`;
  const plain = name.replaceAll(/^[《【[（(“"]+|[》】\]）)”",，。;；]+$/gu, '');
  if (meta.source === '') meta.source = plain;
  else if (plain !== meta.source) addRest(meta, plain);
  addRest(meta, others.join(' '));
}

function readPeople(meta: MetaLine, role: string, outletName: string | undefined, segment: string): void {
  if (outletName !== undefined) meta.outlets.push(outletName);
  const { names, rest } = splitNames(segment.replaceAll(/[|｜]+/gu, ' '));
  const roles = rolesOf(role);
  for (const name of names) {
    if (roles.length === 0) meta.unsaved.push(`${role} ${name}`);
    for (const one of roles) meta.credits.push({ role: one, name });
  }
  for (const words of rest) addRest(meta, words);
}

/** Keeps what has letters in it; marks and bars between the parts say nothing. */
function addRest(meta: MetaLine, text: string): void {
  const plain = lettersOf(text);
  if (plain !== '') meta.rest.push(plain);
}

function lettersOf(text: string): string {
  return text.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replaceAll(/\s*[|｜]+\s*/gu, ' ');
}

/** Whether every word of the line is about the article. */
export function isWhollyMeta({ rest }: MetaLine): boolean {
  return rest.length === 0;
}

/** Names of papers and sites by their last word: 澄江日报, 澄江新闻网, 新华社. */
export function readsAsOutlet(words: string): boolean {
  return /^[\p{sc=Han}\p{L}\p{N}·-]{1,12}(?:报|网|社|台|在线|客户端|新闻|周刊|杂志|公众号|融媒体中心|发布)$/u.test(
    words,
  );
}

/**
 * Whether a line stands under a headline as its meta line: all of it is about the article, or it begins with
 * its time, its source or a paper's name and only a few words remain.
 */
export function isMetaLine(line: string, meta: MetaLine): boolean {
  if (endsAsSentence(line)) return false;
  if (isWhollyMeta(meta)) return true;
  const isAnchored = meta.times.some(({ hasClock, hasLabel }) => hasClock || hasLabel) || meta.source !== '';
  const isLedIn = meta.lead === '' || readsAsOutlet(meta.lead);
  return isAnchored && isLedIn && meta.rest.join('').length <= 24 && !/[，,。！？；]/u.test(line);
}
