import { and, eq } from 'drizzle-orm';
import { listings } from '@/db/schema/articles';
import { findPublishedArticle } from '@/features/articles/find-published-article';
import { bodyHtml } from '@/features/crawlers/body-html';
import type { ApiArticle } from '@/features/read-api/api-schemas';
import { selectSummaries, summariesOf } from '@/features/read-api/list-api-articles';
import { getRootSection } from '@/features/sections/section-tree';
import { authorAddress } from '@/lib/addresses';
import { bodyLines } from '@/lib/article-body';
import { isByline } from '@/lib/contributor-role';
import { formatWithOffset } from '@/lib/dates';

/** A live article with its whole text; undefined for everything that readers may not see. */
export async function findApiArticle(articleId: number, siteUrl: string): Promise<ApiArticle | undefined> {
  const found = await findPublishedArticle(articleId);
  const rows = await selectSummaries().where(
    and(eq(listings.articleId, articleId), eq(listings.sectionId, (await getRootSection()).id)),
  );
  const [summary] = await summariesOf(rows, siteUrl);
  if (found === undefined || summary === undefined) return undefined;
  const { body, credits, originalHeadline, originalUrl, copyrightNotice, characterCount } = found;
  return {
    ...summary,
    credits: credits.map(({ role, name, contributorId }) => ({
      role,
      name,
      url: contributorId !== undefined && isByline(role) ? siteUrl + authorAddress(contributorId) : null,
    })),
    originalHeadline,
    originalUrl,
    copyrightNotice,
    characterCount,
    corrections: found.corrections.map((one) => ({
      text: one.text,
      publishedAt: formatWithOffset(one.publishedAt),
    })),
    html: bodyHtml(body, found, siteUrl),
    text: bodyLines(body).join('\n'),
  };
}
