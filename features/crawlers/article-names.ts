import { asc, eq, inArray } from 'drizzle-orm';
import { reader } from '@/db/client';
import { articleContributors, articleTags, contributors, tags } from '@/db/schema/articles';
import { bylineRoles } from '@/lib/contributor-role';

/** Those who stand above the text; who edited and proofread it is no author. */
export async function listAuthors(articleIds: number[]): Promise<Map<number, string[]>> {
  if (articleIds.length === 0) return new Map();
  const found = await reader()
    .select({
      articleId: articleContributors.articleId,
      role: articleContributors.role,
      name: contributors.name,
    })
    .from(articleContributors)
    .innerJoin(contributors, eq(contributors.id, articleContributors.contributorId))
    .where(inArray(articleContributors.articleId, articleIds))
    .orderBy(asc(articleContributors.position), asc(articleContributors.contributorId));
  const roles: readonly string[] = bylineRoles;
  return namesById(found.filter(({ role }) => roles.includes(role)));
}

/** In the newsroom's order, by article. */
export async function listTags(articleIds: number[]): Promise<Map<number, string[]>> {
  if (articleIds.length === 0) return new Map();
  return namesById(
    await reader()
      .select({ articleId: articleTags.articleId, name: tags.name })
      .from(articleTags)
      .innerJoin(tags, eq(tags.id, articleTags.tagId))
      .where(inArray(articleTags.articleId, articleIds))
      .orderBy(asc(articleTags.position)),
  );
}

function namesById(rows: { articleId: number; name: string }[]): Map<number, string[]> {
  const grouped = Map.groupBy(rows, ({ articleId }) => articleId);
  return new Map([...grouped].map(([id, group]) => [id, [...new Set(group.map(({ name }) => name))]]));
}
