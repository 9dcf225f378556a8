import { and, asc, eq, gt, gte, inArray, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Query } from '@/db/client';
import { deskSearchIndex, searchIndex } from '@/db/search-index';
import { searchEntries, searchTerms } from '@/db/schema/search';
import { describeTerm, termsOf } from '@/features/search/search-vocabulary';
import { type ArticleBody, bodyLines } from '@/lib/article-body';
import { indexText, wordStartTokens } from '@/lib/search-tokens';

export type SearchableText = {
  headline: string;
  kicker?: string;
  subheadline?: string;
  abstract?: string;
  body: ArticleBody;
  /** Source, people and tags. */
  names: string[];
};

/** Makes a live article findable for everybody; to be called in the transaction that makes it live. */
export async function indexArticle(
  q: Query,
  article: { articleId: number; publishedAt: Date },
  text: SearchableText,
): Promise<void> {
  const { articleId, publishedAt } = article;
  const ordinal = await freeOrdinal(q, publishedAt);
  const terms = termsOf(text);
  await q.insert(searchEntries).values({ ordinal, articleId, terms });
  await q.insert(searchIndex).values({ ordinal, ...rowOf(text) });
  await countTerms(q, terms);
}

/** The index row of a text. */
export function rowOf(text: SearchableText): { headline: string; body: string; starts: string } {
  const { kicker = '', headline, subheadline = '' } = text;
  return {
    ...tokensOf(text),
    starts: wordStartTokens([kicker, headline, subheadline].join('\n')).join(' '),
  };
}

/** Makes an article that is not live findable at the desk; replaces what was known of it. */
export async function indexDraft(q: Query, articleId: number, text: SearchableText): Promise<void> {
  await q.delete(deskSearchIndex).where(eq(deskSearchIndex.articleId, articleId));
  await q.insert(deskSearchIndex).values({ articleId, ...tokensOf(text) });
}

/** Takes an article out of both indexes; to be called in the transaction that changes where it stands. */
export async function forgetArticle(q: Query, articleId: number): Promise<void> {
  const left = await q.delete(searchEntries).where(eq(searchEntries.articleId, articleId)).returning();
  for (const { ordinal, terms } of left) {
    await q.delete(searchIndex).where(eq(searchIndex.ordinal, ordinal));
    await discountTerms(q, terms);
  }
  await q.delete(deskSearchIndex).where(eq(deskSearchIndex.articleId, articleId));
}

/**
 * How many rows a minute has room for. Small numbers close together keep the index small: with room for a
 * million rows in each second it took 2.4 times the text, because each entry tells its distance to the last.
 */
const perMinute = 4;

/** The first row of the index that belongs to an instant; a span of time is a span of rows. */
export function ordinalAt(instant: Date): number {
  return Math.floor(instant.getTime() / 60_000) * perMinute;
}

/** The first free row from the article's minute on: an import that knows only days fills the minutes after. */
async function freeOrdinal(q: Query, publishedAt: Date): Promise<number> {
  const wanted = ordinalAt(publishedAt);
  const following = alias(searchEntries, 'following');
  const [taken] = await q
    .select({ ordinal: searchEntries.ordinal })
    .from(searchEntries)
    .where(eq(searchEntries.ordinal, wanted));
  if (taken === undefined) return wanted;
  const [last] = await q
    .select({ ordinal: searchEntries.ordinal })
    .from(searchEntries)
    .leftJoin(following, eq(following.ordinal, sql`${searchEntries.ordinal} + 1`))
    .where(and(gte(searchEntries.ordinal, wanted), isNull(following.ordinal)))
    .orderBy(asc(searchEntries.ordinal))
    .limit(1);
  return last!.ordinal + 1;
}

export async function countTerms(q: Query, terms: string[]): Promise<void> {
  if (terms.length === 0) return;
  await q
    .insert(searchTerms)
    .values(terms.map((term) => ({ ...describeTerm(term), weight: 1 })))
    .onConflictDoUpdate({ target: searchTerms.term, set: { weight: sql`${searchTerms.weight} + 1` } });
}

/** A word that no live article has any more is nobody's suggestion. */
async function discountTerms(q: Query, terms: string[]): Promise<void> {
  if (terms.length === 0) return;
  await q
    .update(searchTerms)
    .set({ weight: sql`${searchTerms.weight} - 1` })
    .where(inArray(searchTerms.term, terms));
  await q
    .delete(searchTerms)
    .where(sql`${inArray(searchTerms.term, terms)} and not ${gt(searchTerms.weight, 0)}`);
}

function tokensOf(text: SearchableText): { headline: string; body: string } {
  const { headline, kicker = '', subheadline = '', abstract = '', body, names } = text;
  return {
    headline: indexText([kicker, headline, subheadline].join('|')),
    // Lines of a body run on: some are cut in the middle of a word. Fields of their own are kept apart by a mark.
    body: indexText([abstract, bodyLines(body).join('\n'), ...names].join('|')),
  };
}
