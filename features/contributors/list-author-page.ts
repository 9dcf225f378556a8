import { and, count, desc, eq, inArray } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articleContributors, contributors, listings } from '@/db/schema/articles';
import { isOwnArticle } from '@/features/articles/own-articles';
import { articlesPerPage, pageCountOf, type SectionPage } from '@/features/articles/list-section-page';
import { type ListedArticle, selectListed } from '@/features/articles/listed-article';
import { getRootSection } from '@/features/sections/section-tree';
import { bylineRoles, type ContributorRole } from '@/lib/contributor-role';

export type Author = { id: number; name: string; roles: ContributorRole[] };

/** What a person has signed above the text: who edits and proofreads stands below it and is no author. */
function signedBy(contributorId: number) {
  return and(
    eq(articleContributors.contributorId, contributorId),
    inArray(articleContributors.role, [...bylineRoles]),
  );
}

/** Somebody who has signed something that readers can read now; undefined for everybody else. */
export async function findAuthor(contributorId: number): Promise<Author | undefined> {
  const found = await reader()
    .selectDistinct({ name: contributors.name, role: articleContributors.role })
    .from(articleContributors)
    .innerJoin(contributors, eq(contributors.id, articleContributors.contributorId))
    .innerJoin(listings, eq(listings.articleId, articleContributors.articleId))
    .where(signedBy(contributorId));
  const [first] = found;
  if (first === undefined) return undefined;
  const held = new Set(found.map(({ role }) => role));
  return { id: contributorId, name: first.name, roles: bylineRoles.filter((role) => held.has(role)) };
}

function articlesOf(contributorId: number) {
  return reader()
    .selectDistinct({ articleId: articleContributors.articleId })
    .from(articleContributors)
    .where(signedBy(contributorId))
    .as('own');
}

/** How many pages a person's articles fill; at least one. */
export async function countAuthorPages(contributorId: number): Promise<number> {
  const own = articlesOf(contributorId);
  const root = await getRootSection();
  const [row] = await reader()
    .select({ number: count() })
    .from(own)
    .innerJoin(listings, and(eq(listings.articleId, own.articleId), eq(listings.sectionId, root.id)));
  return pageCountOf(row!.number);
}

/** One page of what a person has signed, the newest first. Costs what the person has written, not the archive. */
export async function listAuthorPage(contributorId: number, page: number): Promise<SectionPage> {
  const own = articlesOf(contributorId);
  const root = await getRootSection();
  const articles = await selectListed(reader())
    .innerJoin(own, eq(own.articleId, listings.articleId))
    .where(eq(listings.sectionId, root.id))
    .orderBy(desc(listings.publishedAt), desc(listings.articleId))
    .limit(articlesPerPage)
    .offset((page - 1) * articlesPerPage);
  return { articles, page, pageCount: await countAuthorPages(contributorId) };
}

/** The newest of what a person has signed, for a feed. */
export async function listNewestOf(contributorId: number, limit: number): Promise<ListedArticle[]> {
  const own = articlesOf(contributorId);
  const root = await getRootSection();
  return (
    selectListed(reader())
      .innerJoin(own, eq(own.articleId, listings.articleId))
      // What came along from another system is no news.
      .where(and(eq(listings.sectionId, root.id), isOwnArticle()))
      .orderBy(desc(listings.publishedAt), desc(listings.articleId))
      .limit(limit)
  );
}
