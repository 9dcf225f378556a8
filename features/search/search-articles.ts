import { and, desc, eq, exists, gte, inArray, lt, type SQL } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articleContributors, articles, contributors, listings, sources } from '@/db/schema/articles';
import { searchEntries } from '@/db/schema/search';
import { matches, matchesTier, searchIndex, tierCount } from '@/db/search-index';
import { type ListedArticle, selectListed } from '@/features/articles/listed-article';
import { ordinalAt } from '@/features/search/free-ordinals';
import { readSearchQuery } from '@/features/search/read-search-query';
import { getRootSection } from '@/features/sections/section-tree';
import { type ArticleBody, bodyLines } from '@/lib/article-body';
import { type ExtractPart, extractAround, markWords } from '@/lib/search-extract';
import type { SearchQuery } from '@/lib/search-query';

/** What a search may be narrowed to. */
export type SearchFilters = {
  sectionId?: number;
  /** Published at or after, and before. */
  from?: Date;
  until?: Date;
  source?: string;
  person?: string;
};

export type SearchPosition = { tier: number; before: number };

export type FoundArticle = ListedArticle & { headlineParts: ExtractPart[]; extract: ExtractPart[] };

export type SearchPage = {
  articles: FoundArticle[];
  /** Where the next page begins; undefined on the last one. */
  next: SearchPosition | undefined;
};

const pageLength = 20;

/** So many rows of the index are looked at for a page: a filter that fits few of a million hits ends in time. */
const mostScanned = 5000;

/**
 * Live articles that answer a query, the best first: hits in the headline at the beginning of a word, other
 * hits in the headline, words close together, words anywhere; the newest first in each. By time alone with
 * `order: 'time'`. Only what is listed can be found: a draft or a withdrawn article has no row.
 */
export async function searchArticles(
  query: string | SearchQuery,
  {
    filters = {},
    from,
    order = 'relevance',
  }: { filters?: SearchFilters; from?: SearchPosition; order?: 'relevance' | 'time' } = {},
): Promise<SearchPage> {
  const parsed = typeof query === 'string' ? await readSearchQuery(query) : query;
  if (parsed.wanted.length === 0) return { articles: [], next: undefined };
  const found: { articleId: number; position: SearchPosition }[] = [];
  const lastTier = order === 'time' ? 0 : tierCount - 1;
  for (let tier = from?.tier ?? 0; tier <= lastTier && found.length <= pageLength; tier += 1) {
    const condition = order === 'time' ? matches(parsed) : matchesTier(parsed, tier);
    const before = tier === from?.tier ? from.before : undefined;
    const rows = await scanTier(condition, filters, before, pageLength + 1 - found.length);
    found.push(...rows.map(({ articleId, ordinal }) => ({ articleId, position: { tier, before: ordinal } })));
  }
  const page = found.slice(0, pageLength);
  return {
    articles: await describe(
      page.map(({ articleId }) => articleId),
      parsed.words,
    ),
    next: found.length > pageLength ? page.at(-1)!.position : undefined,
  };
}

async function scanTier(
  condition: SQL,
  filters: SearchFilters,
  before: number | undefined,
  limit: number,
): Promise<{ articleId: number; ordinal: number }[]> {
  const scanned = reader()
    .select({ ordinal: searchIndex.ordinal })
    .from(searchIndex)
    .where(
      and(
        condition,
        before === undefined ? undefined : lt(searchIndex.ordinal, before),
        filters.from && gte(searchIndex.ordinal, ordinalAt(filters.from)),
        filters.until && lt(searchIndex.ordinal, ordinalAt(filters.until)),
      ),
    )
    .orderBy(desc(searchIndex.ordinal))
    .limit(hasOwnFilter(filters) ? mostScanned : limit)
    .as('scanned');
  return reader()
    .select({ articleId: searchEntries.articleId, ordinal: searchEntries.ordinal })
    .from(scanned)
    .innerJoin(searchEntries, eq(searchEntries.ordinal, scanned.ordinal))
    .where(and(...filterConditions(filters)))
    .orderBy(desc(scanned.ordinal))
    .limit(limit);
}

function hasOwnFilter({ sectionId, source, person }: SearchFilters): boolean {
  return sectionId !== undefined || source !== undefined || person !== undefined;
}

function filterConditions({ sectionId, source, person }: SearchFilters): SQL[] {
  const articleId = searchEntries.articleId;
  const conditions: SQL[] = [];
  if (sectionId !== undefined) {
    conditions.push(
      exists(
        reader()
          .select({ id: listings.articleId })
          .from(listings)
          .where(and(eq(listings.articleId, articleId), eq(listings.sectionId, sectionId))),
      ),
    );
  }
  if (source !== undefined) {
    conditions.push(
      exists(
        reader()
          .select({ id: articles.id })
          .from(articles)
          .innerJoin(sources, eq(sources.id, articles.sourceId))
          .where(and(eq(articles.id, articleId), eq(sources.name, source))),
      ),
    );
  }
  if (person !== undefined) {
    conditions.push(
      exists(
        reader()
          .select({ id: articleContributors.articleId })
          .from(articleContributors)
          .innerJoin(contributors, eq(contributors.id, articleContributors.contributorId))
          .where(and(eq(articleContributors.articleId, articleId), eq(contributors.name, person))),
      ),
    );
  }
  return conditions;
}

async function describe(articleIds: number[], words: string[]): Promise<FoundArticle[]> {
  if (articleIds.length === 0) return [];
  const root = await getRootSection();
  const listed = await selectListed(reader()).where(
    and(inArray(listings.articleId, articleIds), eq(listings.sectionId, root.id)),
  );
  const texts = await reader()
    .select({ id: articles.id, body: articles.body })
    .from(articles)
    .where(inArray(articles.id, articleIds));
  const bodyOf = new Map(texts.map(({ id, body }) => [id, body]));
  const foundById = new Map(listed.map((article) => [article.id, article]));
  return articleIds.flatMap((id) => {
    const article = foundById.get(id);
    const body = bodyOf.get(id);
    return article && body ? [withExtract(article, body, words)] : [];
  });
}

function withExtract(article: ListedArticle, body: ArticleBody, words: string[]): FoundArticle {
  const lines = [...(article.abstract === '' ? [] : [article.abstract]), ...bodyLines(body)];
  return {
    ...article,
    headlineParts: markWords(article.headline, words),
    extract: extractAround(lines, words),
  };
}
