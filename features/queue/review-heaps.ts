import { and, eq, exists, gt, inArray, isNotNull, isNull, lt, ne, not, or, type SQL, sql } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { revisions } from '@/db/schema/desk';
import { sections } from '@/db/schema/sections';
import { articleReviews, reviewSteps } from '@/db/schema/review';
import type { Editor } from '@/features/access/editor';
import {
  type Authority,
  authoritiesOf,
  holds,
  holdsByOwnRole,
  type StageVerb,
  stageVerbs,
} from '@/features/review/authority';
import type { ReviewQueue } from '@/lib/queue';
import { reviewStages } from '@/lib/review-stage';

/*
 * The heaps of the chain lie in article_reviews, which has a row for each article that was ever sent and an
 * index on the few that are on their way. What lies in one is found there first and sorted: some dozens.
 */

/** Which articles lie in a heap, as a condition on article_reviews joined with its article. */
export async function heapCondition(editor: Editor, heap: ReviewQueue, now: Date): Promise<SQL | undefined> {
  const { stage, dueAt, returnedBy, unreviewedSince } = articleReviews;
  switch (heap) {
    case 'toReview':
      return toReview(editor, now);
    case 'toSign':
      return toSign(editor, now);
    case 'overdue':
      return and(isNotNull(stage), lt(dueAt, now));
    case 'returned':
      return and(eq(returnedBy, editor.id), isNull(stage));
    case 'unreviewed':
      return and(isNotNull(unreviewedSince), sql`+${articles.status} = 'published'`);
    default:
      return heap satisfies never;
  }
}

/** What waits for this editor: their stage, or one below it that nobody of its own can do, or its proofreading. */
async function toReview(editor: Editor, now: Date): Promise<SQL | undefined> {
  const { stage, isReviewMissing, isProofreadingMissing, isOpenToHigher, dueAt } = articleReviews;
  const places = await placesOf(editor, now);
  const reviews = reviewStages.map((one) => {
    const { own, any } = places(stageVerbs[one]);
    const isHigherDue = or(eq(isOpenToHigher, true), lt(dueAt, now));
    return and(
      eq(stage, one),
      eq(isReviewMissing, true),
      or(inSections(own), and(inSections(any), isHigherDue)),
    );
  });
  const isProofreader = editor.roles.some(({ role }) => role === 'proofreader');
  const proofreading = and(
    isNotNull(stage),
    eq(isProofreadingMissing, true),
    inSections(places('proofread').any),
    // Proofreaders come at once and may have corrected something; all others when only this is missing.
    isProofreader ? not(hasBegun(editor)) : and(eq(isReviewMissing, false), not(hasWritten(editor))),
  );
  return and(or(and(or(...reviews), not(hasWritten(editor))), proofreading), not(hasSigned(editor)));
}

async function toSign(editor: Editor, now: Date): Promise<SQL | undefined> {
  const { stage } = articleReviews;
  const places = await placesOf(editor, now);
  return or(
    and(
      eq(stage, 'final'),
      inSections(places('reviewFinal').any),
      not(hasWritten(editor)),
      not(hasSigned(editor)),
    ),
    and(eq(stage, 'done'), inSections(places('publishArticle').any)),
  );
}

type Sections = { own: number[]; any: number[] };

/** The sections in which the editor may act by a verb, and those where it is their own role's work. */
async function placesOf(
  editor: Editor,
  now: Date,
): Promise<(verb: StageVerb | 'publishArticle') => Sections> {
  const authorities = await authoritiesOf(reader(), editor, now);
  const tree = await reader().select({ id: sections.id, parentId: sections.parentId }).from(sections);
  const parents = new Map(tree.map(({ id, parentId }) => [id, parentId]));
  const lineOf = (id: number): number[] => {
    const parent = parents.get(id) ?? null;
    return parent === null ? [id] : [id, ...lineOf(parent)];
  };
  const lines = tree.map(({ id }) => ({ id, line: lineOf(id) }));
  const where = (isHeld: (authority: Authority, line: number[]) => boolean) =>
    lines.filter(({ line }) => authorities.some((one) => isHeld(one, line))).map(({ id }) => id);
  return (verb) => ({
    any: where(({ roles }, line) => holds(roles, verb, [line])),
    own: verb === 'publishArticle' ? [] : where(({ roles }, line) => holdsByOwnRole(roles, verb, [line])),
  });
}

function inSections(ids: number[]): SQL {
  return ids.length === 0 ? sql`false` : inArray(sql`+${articles.sectionId}`, ids);
}

/** As authorsOf() in features/review/load-review.ts, as far as rows tell it: whose revision it is. */
function hasWritten({ id }: Editor): SQL {
  const written = exists(
    reader()
      .select({ one: sql`1` })
      .from(revisions)
      .where(
        and(
          eq(revisions.articleId, articleReviews.articleId),
          eq(revisions.editorId, id),
          gt(revisions.version, articleReviews.baseVersion),
        ),
      ),
  );
  return or(
    written, // Without a null, which would make the whole condition unknown.
    and(eq(articleReviews.baseVersion, 0), sql`coalesce(${articles.createdBy}, 0) = ${id}`),
  )!;
}

/** Who wrote the first words of what is under review. */
function hasBegun({ id }: Editor): SQL {
  const { articleId, editorId, version } = revisions;
  const { baseVersion } = articleReviews;
  const first = sql`(
    select ${editorId} from ${revisions}
    where ${articleId} = ${articleReviews.articleId} and ${version} > ${baseVersion} and ${editorId} is not null
    order by ${version} limit 1
  )`;
  const creator = sql`case when ${baseVersion} = 0 then ${articles.createdBy} end`;
  return sql`coalesce(${creator}, ${first}, 0) = ${id}`;
}

function hasSigned({ id }: Editor): SQL {
  return exists(
    reader()
      .select({ one: sql`1` })
      .from(reviewSteps)
      .where(
        and(
          eq(reviewSteps.articleId, articleReviews.articleId),
          eq(reviewSteps.editorId, id),
          isNull(reviewSteps.voidedAt),
          gt(reviewSteps.version, articleReviews.baseVersion),
          ne(reviewSteps.stage, articleReviews.stage),
        ),
      ),
  );
}
