import { and, eq, exists, inArray, isNull, lt, ne, not, or, type SQL, sql } from 'drizzle-orm';
import { reader, tx } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { revisions } from '@/db/schema/desk';
import { reviewSteps } from '@/db/schema/review';
import { schedules } from '@/db/schema/schedules';
import { getSiteSettings } from '@/features/settings/get-site-settings';

const day = 86_400_000;

/** Rows of one transaction: enough to be quick, few enough that an editor's save waits for nobody. */
const batch = 500;

/**
 * Forgets what the setting says need not be kept: old autosaves and, where a newsroom wants it, old saves.
 * Never the newest version, one that readers ever saw, one that waits for its time, nor one that carries a
 * signature. Answers how many were forgotten. Safe to run at any time and by several processes.
 */
export async function pruneRevisions(now = new Date()): Promise<number> {
  const { autosaveDays, saveDays } = (await getSiteSettings()).revisions;
  const olderThan = (days: number) => lt(revisions.savedAt, new Date(now.getTime() - days * day));
  const outdated = or(
    autosaveDays === 0 ? undefined : and(eq(revisions.kind, 'autosave'), olderThan(autosaveDays)),
    saveDays === 0 ? undefined : and(eq(revisions.kind, 'save'), olderThan(saveDays)),
  );
  if (outdated === undefined) return 0;
  let forgotten = 0;
  for (;;) {
    const removed = await tx(async (q) => {
      const some = await q
        .select({ id: revisions.id })
        .from(revisions)
        .innerJoin(articles, eq(articles.id, revisions.articleId))
        .where(
          and(outdated, isNull(revisions.publishedAt), ne(revisions.version, articles.version), notNeeded()),
        )
        .limit(batch);
      if (some.length === 0) return 0;
      await q.delete(revisions).where(
        inArray(
          revisions.id,
          some.map(({ id }) => id),
        ),
      );
      return some.length;
    });
    forgotten += removed;
    if (removed < batch) return forgotten;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function notNeeded(): SQL | undefined {
  return and(
    sql`${revisions.version} is not ${articles.publishedVersion}`,
    not(
      exists(
        reader()
          .select({ id: schedules.id })
          .from(schedules)
          .where(
            and(
              eq(schedules.articleId, revisions.articleId),
              eq(schedules.version, revisions.version),
              eq(schedules.state, 'waiting'),
            ),
          ),
      ),
    ),
    not(
      exists(
        reader()
          .select({ id: reviewSteps.id })
          .from(reviewSteps)
          .where(
            and(eq(reviewSteps.articleId, revisions.articleId), eq(reviewSteps.version, revisions.version)),
          ),
      ),
    ),
  );
}
