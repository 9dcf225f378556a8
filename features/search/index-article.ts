import { and, asc, eq, gt, gte, inArray, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Query } from '@/db/client';
import { sectionToken } from '@/db/search-index';
import { type IndexTables, tablesInUse } from '@/features/search/index-tables';
import { describeTerm, termsOf } from '@/features/search/search-vocabulary';
import { type ArticleBody, bodyLines } from '@/lib/article-body';
import { indexText, wordStartTokens } from '@/lib/search-tokens';

export type SearchableText = {
  sectionId: number;
  headline: string;
  kicker?: string;
  subheadline?: string;
  abstract?: string;
  body: ArticleBody;
  /** Source, people and tags. */
  names: string[];
};

/**
 * Makes a live article findable for everybody; to be called in the transaction that makes it live. `into`
 * is for a rebuild, which writes its own tables alone.
 */
export async function indexArticle(
  q: Query,
  article: { articleId: number; publishedAt: Date },
  text: SearchableText,
  into?: readonly IndexTables[],
): Promise<void> {
  const { articleId, publishedAt } = article;
  const terms = termsOf(text);
  const row = rowOf(text);
  for (const tables of into ?? (await tablesInUse(q))) {
    const ordinal = await freeOrdinal(q, tables, publishedAt);
    await q.insert(tables.entries).values({ ordinal, articleId, terms });
    await q.insert(tables.index).values({ ordinal, ...row });
    await countTerms(q, tables, terms);
  }
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
export async function indexDraft(
  q: Query,
  articleId: number,
  text: SearchableText,
  into?: readonly IndexTables[],
): Promise<void> {
  const row = { articleId, ...tokensOf(text) };
  for (const { drafts } of into ?? (await tablesInUse(q))) {
    await q.delete(drafts).where(eq(drafts.articleId, articleId));
    await q.insert(drafts).values(row);
  }
}

/** Takes an article out of both indexes; to be called in the transaction that changes where it stands. */
export async function forgetArticle(
  q: Query,
  articleId: number,
  from?: readonly IndexTables[],
): Promise<void> {
  for (const tables of from ?? (await tablesInUse(q))) {
    const { entries, index, drafts } = tables;
    const left = await q.delete(entries).where(eq(entries.articleId, articleId)).returning();
    for (const { ordinal, terms } of left) {
      await q.delete(index).where(eq(index.ordinal, ordinal));
      await discountTerms(q, tables, terms);
    }
    await q.delete(drafts).where(eq(drafts.articleId, articleId));
  }
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
async function freeOrdinal(q: Query, { entries }: IndexTables, publishedAt: Date): Promise<number> {
  const wanted = ordinalAt(publishedAt);
  const following = alias(entries, 'following');
  const [taken] = await q
    .select({ ordinal: entries.ordinal })
    .from(entries)
    .where(eq(entries.ordinal, wanted));
  if (taken === undefined) return wanted;
  const [last] = await q
    .select({ ordinal: entries.ordinal })
    .from(entries)
    .leftJoin(following, eq(following.ordinal, sql`${entries.ordinal} + 1`))
    .where(and(gte(entries.ordinal, wanted), isNull(following.ordinal)))
    .orderBy(asc(entries.ordinal))
    .limit(1);
  return last!.ordinal + 1;
}

export async function countTerms(q: Query, { terms: table }: IndexTables, terms: string[]): Promise<void> {
  if (terms.length === 0) return;
  await q
    .insert(table)
    .values(terms.map((term) => ({ ...describeTerm(term), weight: 1 })))
    .onConflictDoUpdate({ target: table.term, set: { weight: sql`${table.weight} + 1` } });
}

/** A word that no live article has any more is nobody's suggestion. */
async function discountTerms(q: Query, { terms: table }: IndexTables, terms: string[]): Promise<void> {
  if (terms.length === 0) return;
  await q
    .update(table)
    .set({ weight: sql`${table.weight} - 1` })
    .where(inArray(table.term, terms));
  await q.delete(table).where(sql`${inArray(table.term, terms)} and not ${gt(table.weight, 0)}`);
}

function tokensOf(text: SearchableText): { headline: string; body: string } {
  const { sectionId, headline, kicker = '', subheadline = '', abstract = '', body, names } = text;
  return {
    headline: indexText([kicker, headline, subheadline].join('|')),
    // Lines of a body run on: some are cut in the middle of a word. Fields of their own are kept apart by a mark.
    body: `${indexText([abstract, bodyLines(body).join('\n'), ...names].join('|'))} ${sectionToken(sectionId)}`,
  };
}
