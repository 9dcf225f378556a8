import { eq, gt, inArray, sql } from 'drizzle-orm';
import type { Query } from '@/db/client';
import { sectionToken } from '@/db/search-index';
import { freeOrdinals } from '@/features/search/free-ordinals';
import { type IndexTables, tablesInUse } from '@/features/search/index-tables';
import {
  describeText,
  type IndexedText,
  type SearchableText,
  tokensOf,
} from '@/features/search/describe-text';
import { describeTerm } from '@/features/search/describe-term';
import { slices } from '@/lib/slices';

export type IndexedArticle = { articleId: number; sectionId: number; publishedAt: Date; text: IndexedText };

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
  await indexArticles(q, [{ ...article, sectionId: text.sectionId, text: describeText(text) }], into);
}

/** The same for many at once. */
export async function indexArticles(
  q: Query,
  articles: IndexedArticle[],
  into?: readonly IndexTables[],
): Promise<void> {
  const terms = countEach(articles.flatMap(({ text }) => text.terms));
  for (const tables of into ?? (await tablesInUse(q))) {
    const ordinals = await freeOrdinals(
      q,
      tables,
      articles.map(({ publishedAt }) => publishedAt),
    );
    const rows = articles.map((article, place) => ({ ...article, ordinal: ordinals[place]! }));
    for (const part of slices(rows)) {
      await q
        .insert(tables.entries)
        .values(part.map(({ ordinal, articleId, text }) => ({ ordinal, articleId, terms: text.terms })));
      await q
        .insert(tables.index)
        .values(part.map(({ ordinal, sectionId, text }) => ({ ordinal, ...rowOf(text, sectionId) })));
    }
    await countTerms(q, tables, terms);
  }
}

/** The index row of a text in a section. */
export function rowOf(
  { headline, body, starts }: IndexedText,
  sectionId: number,
): { headline: string; body: string; starts: string } {
  return { headline, body: `${body} ${sectionToken(sectionId)}`, starts };
}

/** Makes an article that is not live findable at the desk; replaces what was known of it. */
export async function indexDraft(
  q: Query,
  articleId: number,
  text: SearchableText,
  into?: readonly IndexTables[],
): Promise<void> {
  const { headline, body } = tokensOf(text);
  const row = { articleId, headline, body: `${body} ${sectionToken(text.sectionId)}` };
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

async function countTerms(
  q: Query,
  { terms: table }: IndexTables,
  terms: Map<string, number>,
): Promise<void> {
  for (const part of slices([...terms])) {
    await q
      .insert(table)
      .values(part.map(([term, weight]) => ({ ...describeTerm(term), weight })))
      .onConflictDoUpdate({ target: table.term, set: { weight: sql`${table.weight} + excluded.weight` } });
  }
}

function countEach(terms: string[]): Map<string, number> {
  const counted = new Map<string, number>();
  for (const term of terms) counted.set(term, (counted.get(term) ?? 0) + 1);
  return counted;
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
