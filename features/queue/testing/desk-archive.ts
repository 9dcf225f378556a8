import { tx } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { sections } from '@/db/schema/sections';
import { type ArticleStatus, articleStatuses } from '@/lib/article-status';
import { emptyBody, paragraph } from '@/lib/article-body';
import { indexArticle, indexDraft } from '@/features/search/index-article';

/** A repeatable sequence of whole numbers below `limit` (Park–Miller). */
export function sequence(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
}

const subjects = ['三桥通车', '河道清淤', '社区食堂', '候鸟抵达', '茶园采摘', '夜间公交'];

export type ArchivePlan = {
  count: number;
  sectionIds: number[];
  editorIds: number[];
  /** The newest change. */
  now: Date;
  seed?: number;
  /** Of a thousand articles, how many are live; the rest is spread over the other states. */
  livePerMille?: number;
};

/**
 * Articles in every state, of everybody, in every section: what a queue has to tell apart. Written directly,
 * because thousands of calls of the verbs would test those. Many share an instant, as after an import.
 */
export async function fillDesk(plan: ArchivePlan): Promise<void> {
  const { count, now, seed = 7, livePerMille = 500 } = plan;
  const next = sequence(seed);
  const others = articleStatuses.filter((status) => status !== 'published');
  const batch = 500;
  for (let begun = 0; begun < count; begun += batch) {
    await tx(async (q) => {
      const rows = Array.from({ length: Math.min(batch, count - begun) }, (_, index) => {
        const status = next(1000) < livePerMille ? 'published' : others[next(others.length)]!;
        return oneOf(plan, next, status, begun + index, now);
      });
      const stored = await q.insert(articles).values(rows).returning({ id: articles.id });
      for (const [index, { sectionId, headline, status, publishedAt }] of rows.entries()) {
        const articleId = stored[index]!.id;
        const text = {
          sectionId,
          headline,
          body: { type: 'doc' as const, content: [paragraph('澄澜江边')] },
          names: [],
        };
        // At its own instant: the index makes room after a minute that is full, ever farther for one instant.
        if (status === 'published' && publishedAt !== null) {
          await indexArticle(q, { articleId, publishedAt }, text);
        } else await indexDraft(q, articleId, text);
      }
    });
  }
}

function oneOf(
  { sectionIds, editorIds, count }: ArchivePlan,
  next: (limit: number) => number,
  status: ArticleStatus,
  index: number,
  now: Date,
) {
  const person = () => (next(10) === 0 ? null : editorIds[next(editorIds.length)]!);
  // Whole quarters of an hour, the newest last.
  const age = Math.floor((count - index) / 4) * 900_000;
  const updatedAt = new Date(now.getTime() - age);
  const wasLive = ['published', 'unpublished', 'withdrawn'].includes(status);
  const version = 1 + next(3);
  return {
    status,
    sectionId: sectionIds[next(sectionIds.length)]!,
    headline: status !== 'published' && next(12) === 0 ? '' : `${subjects[next(subjects.length)]} ${index}`,
    version,
    publishedVersion: wasLive ? (next(40) === 0 ? 1 : version) : null,
    publishedAt: wasLive ? new Date(updatedAt.getTime() - next(3) * 3600_000) : null,
    withdrawnAt: status === 'withdrawn' ? updatedAt : null,
    scheduledAt: status === 'scheduled' ? new Date(now.getTime() + next(72) * 3600_000) : null,
    createdBy: person(),
    assigneeId: status === 'draft' || status === 'inReview' ? person() : null,
    createdAt: updatedAt,
    updatedAt,
    body: emptyBody,
  };
}

/** Sections in three levels below the root; returns all ids, the root's first. */
export async function addSectionTree(rootId: number, breadth = 4): Promise<number[]> {
  const ids = [rootId];
  const add = async (parentId: number, path: string) =>
    tx(async (q) => {
      const [row] = await q
        .insert(sections)
        .values({ parentId, path, name: path.split('/').at(-1)!, kind: 'section' })
        .returning({ id: sections.id });
      ids.push(row!.id);
      return row!.id;
    });
  for (let outer = 0; outer < breadth; outer += 1) {
    const id = await add(rootId, `channel-${outer}`);
    for (let inner = 0; inner < breadth; inner += 1) await add(id, `channel-${outer}/column-${inner}`);
  }
  return ids;
}
