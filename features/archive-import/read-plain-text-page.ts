import { createHash } from 'node:crypto';
import type { Credit } from '@/features/articles/insert-article';
import { toBodyBlocks } from '@/features/archive-import/body-blocks';
import { readDateline } from '@/features/archive-import/dateline';
import { isFurnitureLine } from '@/features/archive-import/furniture-line';
import { type MetaLine, readMetaLine, readsAsOutlet } from '@/features/archive-import/meta-line';
import { claimOriginals } from '@/features/archive-import/original-lines';
import { linesOf, type PageLine, unclaimed } from '@/features/archive-import/page-lines';
import { chooseTime } from '@/features/archive-import/published-time';
import { type Head, readHead } from '@/features/archive-import/read-head';
import type { ReadPage } from '@/features/archive-import/read-page';
import { readTail, type Tail } from '@/features/archive-import/read-tail';
import type { Outcome, Problem } from '@/lib/problems';

/**
 * Reads a page that was saved as plain text. Each step claims the lines it knows: breadcrumb, headlines and meta
 * lines from the top, footer, boxes and sign-off from the bottom; what nobody claims is the body, so that a line
 * that no rule knows is kept rather than lost. `fileTitle` is the headline where the text is a body and nothing
 * else. What a page must have and this one lacks comes back as problems.
 */
export function readPlainTextPage(text: string, fileTitle: string): Outcome<ReadPage> {
  const lines = linesOf(text);
  const identity = identityOf(lines);
  const original = claimOriginals(lines);
  const head = readHead(lines, fileTitle);
  const tail = readTail(lines);
  const body = claimBody(lines, head.headline);
  const blocks = toBodyBlocks(body.map(({ text: line }) => line));

  const problems: Problem[] = [];
  if (head.headline === '') problems.push({ field: 'headline', message: '没有找到标题' });
  if (blocks.length === 0) problems.push({ field: 'body', message: '没有找到正文' });
  if (problems.length > 0) return { ok: false, problems };

  const { metas: _metas, doubts: _headDoubts, ...headFields } = head;
  const { signOffs: _signOffs, doubts: _tailDoubts, ...tailFields } = tail;
  return {
    ok: true,
    value: {
      ...headFields,
      ...original,
      ...tailFields,
      ...factsOf(head, tail, body),
      blocks,
      lines: lines.map((line) => ({ text: line.text, use: line.use ?? 'body' })),
      identity,
    },
  };
}

/** What nobody claimed; the headline once more above the text, and furniture within it, are none of it. */
function claimBody(lines: PageLine[], headline: string): PageLine[] {
  const open = unclaimed(lines);
  for (const [index, line] of open.entries()) {
    const isRepeatedHeadline = index === 0 && line.text === headline && open.length > 1;
    const isBody = !isRepeatedHeadline && !(isFurnitureLine(line.text) && open.length > 1);
    line.use = isBody ? 'body' : 'leftOut';
  }
  return open.filter(({ use }) => use === 'body');
}

/** Time, source and people from everywhere they may stand: the head first, then the end, then the dateline. */
function factsOf(
  head: Head,
  tail: Tail,
  body: PageLine[],
): Pick<ReadPage, 'publishedAt' | 'source' | 'credits' | 'doubts'> {
  const metas = [...head.metas, ...tail.signOffs];
  const time =
    chooseTime(head.metas.flatMap(({ times }) => times)) ??
    chooseTime(tail.signOffs.flatMap(({ times }) => times));
  const dateline = readDateline(body.map(({ text }) => text));
  const written = metas.flatMap(({ credits }) => credits);
  const hasWriter = written.some(isWriter);
  // Who wrote may also stand in the last lines of the text; the lines themselves stay.
  const closing = hasWriter ? [] : body.slice(-3).flatMap(({ text }) => closingCredits(text));
  const labelled = metas.find((meta) => meta.source !== '')?.source;
  const unlabelled = head.metas.map(unlabelledSource).find((name) => name !== undefined);
  const outlets = metas.flatMap(({ outlets: names }) => names).filter(readsAsOutlet);
  const source =
    labelled ??
    unlabelled ??
    (dateline?.source || (head.metas.flatMap((meta) => meta.outlets).find(readsAsOutlet) ?? ''));

  const unknown = metas.flatMap(({ rest }) => rest).filter((words) => words !== source);
  const elsewhere = outlets.filter((name) => name !== source);
  const unsaved = metas.flatMap((meta) => meta.unsaved);
  return {
    publishedAt: time?.instant,
    source,
    credits: withoutRepeats([
      ...(hasWriter ? [] : closing.length > 0 ? closing : (dateline?.credits ?? [])),
      ...written,
    ]),
    doubts: [
      ...head.doubts,
      ...(time !== undefined && !time.hasClock ? ['发布时间只有日期，按当天零点处理'] : []),
      ...(labelled === undefined && unlabelled !== undefined
        ? [`来源没有标明，取了时间旁边的“${unlabelled}”`]
        : []),
      ...(unknown.length > 0 ? [`信息行里有未识别的文字：${unknown.join('、')}`] : []),
      ...(unsaved.length > 0 ? [`没有对应的署名角色，未保存：${unsaved.join('、')}`] : []),
      ...(elsewhere.length > 0 ? [`署名里的单位与来源不同，未保存：${elsewhere.join('、')}`] : []),
      ...tail.doubts,
    ],
  };
}

/** 2022-02-13 09:57 某某网: what stands alone beside the time is the source, if it reads like one or is all there is. */
function unlabelledSource({ rest, times }: MetaLine): string | undefined {
  const outlet = rest.find(readsAsOutlet);
  if (outlet !== undefined) return outlet;
  const [only] = rest;
  return rest.length === 1 && times.some(({ hasClock }) => hasClock) && /^\p{sc=Han}{2,10}$/u.test(only!)
    ? only
    : undefined;
}

const isWriter = ({ role }: Credit) => role === 'reporter' || role === 'correspondent';

/** A short closing line that names who wrote among other words: 整合 某报记者 徐某某. */
function closingCredits(line: string): Credit[] {
  if (line.length > 40 || /[。！？]$/u.test(line)) return [];
  return readMetaLine(line)?.credits.filter(isWriter) ?? [];
}

function withoutRepeats(credits: Credit[]): Credit[] {
  return credits.filter(
    ({ role, name }, index) => credits.findIndex((one) => one.role === role && one.name === name) === index,
  );
}

function identityOf(lines: PageLine[]): string {
  const text = lines.map((line: Pick<PageLine, 'text'>) => line.text.replaceAll(/\s+/gu, ' ')).join('\n');
  return `sha256:${createHash('sha256').update(text.normalize('NFC')).digest('hex')}`;
}
