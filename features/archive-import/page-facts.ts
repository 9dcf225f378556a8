import type { Credit } from '@/lib/contributor-role';
import { readDateline } from '@/features/archive-import/dateline';
import { type MetaLine, readMetaLine, readsAsOutlet } from '@/features/archive-import/meta-line';
import { chooseTime } from '@/features/archive-import/published-time';
import type { ReadPage } from '@/features/archive-import/read-page';

/** Time, source and people from everywhere they may stand: the head first, then the end, then the dateline. */
export function factsOf(
  head: { metas: MetaLine[]; doubts: string[] },
  tail: { signOffs: MetaLine[]; doubts: string[] },
  body: string[],
): Pick<ReadPage, 'publishedAt' | 'source' | 'credits' | 'doubts'> {
  const metas = [...head.metas, ...tail.signOffs];
  const time =
    chooseTime(head.metas.flatMap(({ times }) => times)) ??
    chooseTime(tail.signOffs.flatMap(({ times }) => times));
  const dateline = readDateline(body);
  const written = metas.flatMap(({ credits }) => credits);
  const hasWriter = written.some(isWriter);
  // Who wrote may also stand in the last lines of the text; the lines themselves stay.
  const closing = hasWriter ? [] : body.slice(-3).flatMap(closingCredits);
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

export const isWriter = ({ role }: Credit) => role === 'reporter' || role === 'correspondent';

/** A short closing line that names who wrote among other words: 整合 某报记者 徐某某. */
function closingCredits(line: string): Credit[] {
  if (line.length > 40 || /[。！？]$/u.test(line)) return [];
  return readMetaLine(line)?.credits.filter(isWriter) ?? [];
}

/** Each person once in each role. */
export function withoutRepeats(credits: Credit[]): Credit[] {
  return credits.filter(
    ({ role, name }, index) => credits.findIndex((one) => one.role === role && one.name === name) === index,
  );
}
