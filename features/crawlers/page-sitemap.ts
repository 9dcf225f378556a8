import { setImmediate as nextTurn } from 'node:timers/promises';
import { and, asc, desc, eq, inArray, lt, lte, max, or } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articleContributors, listings } from '@/db/schema/articles';
import { corrections } from '@/db/schema/corrections';
import { sections } from '@/db/schema/sections';
import { type SitemapAddress, sitemapOf } from '@/features/crawlers/sitemap-markup';
import { largestSitemap } from '@/features/crawlers/sitemap-parts';
import { listTagsWithPage } from '@/features/tags/list-tag-page';
import { getRootSection } from '@/features/sections/section-tree';
import {
  articleAddress,
  authorAddress,
  correctionsAddress,
  latestAddress,
  sectionAddress,
  tagAddress,
} from '@/lib/addresses';
import { bylineRoles } from '@/lib/contributor-role';
import { readEnv } from '@/lib/env';
import { standingPageKeys } from '@/lib/site-settings';

/** The front page, every section and the standing pages. */
export async function writeSectionSitemap(): Promise<string> {
  return sitemapOf(await listSectionAddresses());
}

/** The pages of whoever has signed something that is live. */
export async function writeAuthorSitemap(): Promise<string> {
  return sitemapOf(await listAuthorAddresses());
}

/** The pages of the tags of live articles. */
export async function writeTagSitemap(): Promise<string> {
  return sitemapOf(await listTagAddresses());
}

/** A list changed last when its newest article came; a standing page has no time of its own, so none is claimed. */
export async function listSectionAddresses(): Promise<SitemapAddress[]> {
  const { siteUrl } = readEnv();
  const all = await reader()
    .select({ id: sections.id, path: sections.path })
    .from(sections)
    .orderBy(asc(sections.path));
  const addresses: SitemapAddress[] = [];
  for (const { id, path } of all) {
    const [newest] = await reader()
      .select({ at: max(listings.publishedAt) })
      .from(listings)
      .where(eq(listings.sectionId, id));
    const lastModified = newest?.at ?? undefined;
    addresses.push({ url: siteUrl + sectionAddress(path), lastModified });
    if (path === '') addresses.push({ url: siteUrl + latestAddress, lastModified });
  }
  const [corrected] = await reader()
    .select({ at: max(corrections.publishedAt) })
    .from(corrections);
  return [
    ...addresses,
    { url: siteUrl + correctionsAddress, lastModified: corrected?.at ?? undefined },
    ...standingPageKeys.map((key) => ({ url: `${siteUrl}/${key}` })),
  ];
}

export async function listAuthorAddresses(): Promise<SitemapAddress[]> {
  const { siteUrl } = readEnv();
  const root = await getRootSection();
  const authors = await reader()
    .select({ id: articleContributors.contributorId, newest: max(listings.publishedAt) })
    .from(articleContributors)
    .innerJoin(listings, eq(listings.articleId, articleContributors.articleId))
    .where(and(eq(listings.sectionId, root.id), inArray(articleContributors.role, [...bylineRoles])))
    .groupBy(articleContributors.contributorId)
    .orderBy(asc(articleContributors.contributorId))
    .limit(largestSitemap.addresses);
  return authors.map(({ id, newest }) => ({
    url: siteUrl + authorAddress(id),
    lastModified: newest ?? undefined,
  }));
}

export async function listTagAddresses(): Promise<SitemapAddress[]> {
  const { siteUrl } = readEnv();
  const tags = await listTagsWithPage(largestSitemap.addresses);
  return tags.flatMap(({ name, newest }) => {
    const address = tagAddress(name);
    return address === undefined ? [] : [{ url: siteUrl + address, lastModified: newest }];
  });
}

const batch = 2000;

/**
 * One address a line, without index and namespaces: Baidu reads no index files and Toutiao no namespaces. As
 * many as one file may hold, the newest articles first; what is older stands in the months.
 */
export async function* writeSitemapText(limits = largestSitemap): AsyncGenerator<string> {
  const { siteUrl } = readEnv();
  const pages = [...(await listSectionAddresses()), ...(await listAuthorAddresses())];
  const longest = siteUrl.length + 30;
  let left = Math.min(limits.addresses, Math.floor(limits.bytes / longest)) - pages.length;
  yield pages.map(({ url }) => `${url}\n`).join('');
  let after: Row | undefined;
  while (left > 0) {
    const size = Math.min(batch, left);
    const rows: Row[] = await selectNewest(after, size);
    yield rows.map(({ id }) => `${siteUrl}${articleAddress(id)}\n`).join('');
    after = rows.at(-1);
    left = rows.length < size ? 0 : left - rows.length;
    await nextTurn();
  }
}

type Row = { id: number; publishedAt: Date };

async function selectNewest(after: Row | undefined, limit: number): Promise<Row[]> {
  const root = await getRootSection();
  const isAfter =
    after &&
    and(
      lte(listings.publishedAt, after.publishedAt),
      or(lt(listings.publishedAt, after.publishedAt), lt(listings.articleId, after.id)),
    );
  return reader()
    .select({ id: listings.articleId, publishedAt: listings.publishedAt })
    .from(listings)
    .where(and(eq(listings.sectionId, root.id), isAfter))
    .orderBy(desc(listings.publishedAt), desc(listings.articleId))
    .limit(limit);
}
