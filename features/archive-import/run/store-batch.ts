import { and, eq, inArray } from 'drizzle-orm';
import { type Query, tx } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { importDone, importedPictures, importItems, importRuns } from '@/db/schema/imports';
import { keepRedirects } from '@/features/archive-import/run/keep-redirects';
import { keepSideBars } from '@/features/archive-import/run/keep-side-bars';
import type { PlacedPicture } from '@/features/archive-import/run/place-pictures';
import type { PreparedArticle } from '@/features/archive-import/run/prepare-article';
import type { SectionFinder } from '@/features/archive-import/run/section-finder';
import { insertArticles } from '@/features/articles/insert-articles';
import { leastConfidence } from '@/features/archive-import/run/confidence';
import type { ArticleBody } from '@/lib/article-body';
import { type ImportCounts, noImportCounts } from '@/lib/import-run';
import { slices } from '@/lib/slices';

/** What was read from one place, its pictures looked for. */
export type ReadyPlace = { place: string } & (
  { ok: true; prepared: PreparedArticle; pictures: PlacedPicture[] } | { ok: false; reason: string }
);

/** What became of a place; a line of the report. */
export type ImportResult = { place: string } & (
  | {
      outcome: 'added' | 'known';
      articleId: number;
      isLive: boolean;
      prepared: PreparedArticle;
      pictures: PlacedPicture[];
    }
  | { outcome: 'refused'; reason: string }
);

export type BatchTarget = {
  runId: number;
  /** What the run counted before this batch. */
  counts: ImportCounts;
  sections: SectionFinder;
  /** Writes the results into the report and answers how long it is now; inside the transaction, at once. */
  writeReport: (results: ImportResult[]) => number;
  /** Names each place and what else has been dealt with. */
  doneHashes: number[];
  now: Date;
};

/**
 * Stores a batch: articles, redirects, what an editor has to look at, the report's length and what is done, all
 * or nothing. A run that is killed goes on behind the last batch, and its report tells of each place once.
 */
export async function storeBatch(
  places: ReadyPlace[],
  target: BatchTarget,
): Promise<{ results: ImportResult[]; counts: ImportCounts }> {
  return tx(async (q) => {
    const results = await storePlaces(q, places, target);
    const counts = add(target.counts, countsOf(results));
    await keepItems(q, results, target);
    for (const part of slices(target.doneHashes)) {
      await q
        .insert(importDone)
        .values(part.map((hash) => ({ hash })))
        .onConflictDoNothing();
    }
    const redirects = await keepRedirects(
      q,
      results.flatMap((one) =>
        one.outcome === 'refused' ? [] : [{ articleId: one.articleId, paths: one.prepared.paths }],
      ),
      target.now,
    );
    counts.redirects += redirects;
    // Last: what stands in the report is stored, unless the commit itself fails.
    const reportBytes = target.writeReport(results);
    await q.update(importRuns).set({ counts, reportBytes }).where(eq(importRuns.id, target.runId));
    return { results, counts };
  });
}

type Readable = Extract<ReadyPlace, { ok: true }>;

async function storePlaces(q: Query, places: ReadyPlace[], target: BatchTarget): Promise<ImportResult[]> {
  const readable = places.filter((one): one is Readable => one.ok);
  const known = await findKnown(
    q,
    readable.map(({ prepared }) => prepared.identity),
  );
  const added = new Map<string, Readable>();
  for (const one of readable) {
    const { identity } = one.prepared;
    if (!known.has(identity) && !added.has(identity)) added.set(identity, one);
  }
  const articleIds = await insertAll(q, [...added.values()], target);
  const firsts = new Map(
    [...added].map(([identity, one], index) => [identity, { one, id: articleIds[index]! }]),
  );
  return places.map((one): ImportResult => {
    const { place } = one;
    if (!one.ok) return { place, outcome: 'refused', reason: one.reason };
    const { prepared, pictures } = one;
    const { headline } = prepared.article;
    const first = firsts.get(prepared.identity);
    if (first?.one === one) {
      const isLive = prepared.waitsFor === '';
      return { place, outcome: 'added', articleId: first.id, isLive, prepared, pictures };
    }
    const before = known.get(prepared.identity) ?? {
      id: first!.id,
      headline: first!.one.prepared.article.headline,
      isLive: first!.one.prepared.waitsFor === '',
    };
    // Two stories under one address: one of them would be lost in silence.
    if (before.headline !== headline && prepared.identity.startsWith('address:'))
      return {
        place,
        outcome: 'refused',
        reason: `网址与稿件 ${before.id}《${before.headline}》相同，但标题不同`,
      };
    return { place, outcome: 'known', articleId: before.id, isLive: before.isLive, prepared, pictures };
  });
}

type Known = { id: number; headline: string; isLive: boolean };

async function findKnown(q: Query, identities: string[]): Promise<Map<string, Known>> {
  const known = new Map<string, Known>();
  for (const part of slices(identities)) {
    const found = await q
      .select({
        id: articles.id,
        headline: articles.headline,
        status: articles.status,
        key: articles.importKey,
      })
      .from(articles)
      .where(inArray(articles.importKey, part));
    for (const { id, headline, status, key } of found) {
      known.set(key!, { id, headline, isLive: status === 'published' });
    }
  }
  return known;
}

async function insertAll(
  q: Query,
  added: Readable[],
  { sections, now, runId }: BatchTarget,
): Promise<number[]> {
  if (added.length === 0) return [];
  const sectionIds = await sections.find(
    q,
    added.map(({ prepared }) => prepared.trail),
  );
  const ids = await insertArticles(
    q,
    added.map(({ prepared, pictures }, index) => ({
      ...prepared.article,
      body: withPictures(prepared.article.body, pictures),
      sectionId: sectionIds[index]!,
      importKey: prepared.identity,
      publishedAt: prepared.waitsFor === '' ? prepared.publishedAt : undefined,
    })),
    now,
  );
  await keepSideBars(
    q,
    added.flatMap(({ prepared }, index) =>
      prepared.sideBar === undefined ? [] : [{ articleId: ids[index]!, sideBar: prepared.sideBar }],
    ),
  );
  const missed = added.flatMap(({ pictures }, index) =>
    pictures.flatMap(({ picture, assetId, reason }) =>
      assetId === undefined ? [{ articleId: ids[index]!, runId, picture, reason }] : [],
    ),
  );
  for (const part of slices(missed)) {
    await q
      .insert(importedPictures)
      .values(part.map(({ articleId, picture, reason }) => ({ articleId, picture, reason })));
  }
  return ids;
}

/** The text with the pictures that came along, each before the block before which the page shows it. */
function withPictures(body: ArticleBody, pictures: PlacedPicture[]): ArticleBody {
  const kept = pictures.filter(({ assetId }) => assetId !== undefined);
  if (kept.length === 0) return body;
  const imagesBefore = (block: number) =>
    kept
      .filter(({ picture }) => Math.min(picture.beforeBlock, body.content.length) === block)
      .map(({ picture: { caption, credit }, assetId }) => ({
        type: 'image' as const,
        attrs: { assetId: assetId!, alt: caption.slice(0, 300), caption, credit: credit.slice(0, 200) },
      }));
  return {
    ...body,
    content: [
      ...body.content.flatMap((block, index) => [...imagesBefore(index), block]),
      ...imagesBefore(body.content.length),
    ],
  };
}

async function keepItems(q: Query, results: ImportResult[], { runId }: BatchTarget): Promise<void> {
  const items = results.flatMap((one): (typeof importItems.$inferInsert)[] => {
    if (one.outcome === 'refused') {
      const none = { doubts: [], missing: [], lines: [], confidence: 0 };
      return [{ runId, place: one.place, state: 'refused' as const, reason: one.reason, ...none }];
    }
    const { prepared, articleId, place, outcome } = one;
    if (outcome === 'known' || !isDoubtful(prepared)) return [];
    const { doubts, missing, confidence, lines, publishedAt } = prepared;
    return [
      {
        runId,
        place,
        state: 'doubtful' as const,
        articleId,
        doubts,
        missing,
        confidence,
        lines,
        publishedAt,
      },
    ];
  });
  for (const part of slices(items, 100)) {
    // Tried before, and told before.
    await q.delete(importItems).where(
      and(
        inArray(
          importItems.place,
          part.map(({ place }) => place),
        ),
        eq(importItems.state, 'refused'),
      ),
    );
    await q.insert(importItems).values(part);
  }
}

export function isDoubtful({ confidence, waitsFor }: PreparedArticle): boolean {
  return confidence < leastConfidence || waitsFor === 'time' || waitsFor === 'future';
}

function countsOf(results: ImportResult[]): ImportCounts {
  const counts = { ...noImportCounts, read: results.length };
  for (const one of results) {
    counts[one.outcome] += 1;
    if (one.outcome !== 'added') continue;
    if (!one.isLive) counts.drafts += 1;
    if (isDoubtful(one.prepared)) counts.doubtful += 1;
    counts.pictures += one.pictures.filter(({ assetId }) => assetId !== undefined).length;
  }
  return counts;
}

function add(one: ImportCounts, other: ImportCounts): ImportCounts {
  const sum = { ...one };
  for (const name of Object.keys(sum) as (keyof ImportCounts)[]) sum[name] += other[name];
  return sum;
}
