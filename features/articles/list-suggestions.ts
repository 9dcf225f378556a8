import { and, count, desc, eq, gt } from 'drizzle-orm';
import { reader } from '@/db/client';
import {
  articleContributors,
  articles,
  articleTags,
  contributors,
  sources,
  tags,
} from '@/db/schema/articles';
import type { Editor } from '@/features/access/editor';
import { demandAnywhere } from '@/features/access/permission';
import { type ContributorRole, contributorRoles } from '@/lib/contributor-role';

export type Suggestions = {
  /** Names by role, the most frequent first. */
  names: Record<ContributorRole, string[]>;
  sources: { name: string; url: string }[];
  tags: string[];
};

/** How many names of each kind are offered: what a datalist can show without scrolling for long. */
const mostOffered = 100;

/** How many of the newest articles are asked: a whole archive would be read through for each form. */
const asked = 5000;

/** What earlier articles were signed with, taken from and filed under. */
export async function listSuggestions(editor: Editor): Promise<Suggestions> {
  demandAnywhere(editor, 'viewArticle');
  const [newest] = await reader()
    .select({ id: articles.id })
    .from(articles)
    .orderBy(desc(articles.id))
    .limit(1);
  const after = (newest?.id ?? 0) - asked;
  const names = {} as Record<ContributorRole, string[]>;
  for (const role of contributorRoles) names[role] = await namesWith(role, after);
  const usedSources = await reader()
    .select({ name: sources.name, url: sources.url, uses: count() })
    .from(articles)
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .where(gt(articles.id, after))
    .groupBy(sources.id)
    .orderBy(desc(count()), sources.id)
    .limit(mostOffered);
  const usedTags = await reader()
    .select({ name: tags.name, uses: count() })
    .from(articleTags)
    .innerJoin(tags, eq(tags.id, articleTags.tagId))
    .where(gt(articleTags.articleId, after))
    .groupBy(tags.id)
    .orderBy(desc(count()), tags.id)
    .limit(mostOffered);
  return {
    names,
    sources: usedSources.map(({ name, url }) => ({ name, url: url ?? '' })),
    tags: usedTags.map(({ name }) => name),
  };
}

async function namesWith(role: ContributorRole, after: number): Promise<string[]> {
  const found = await reader()
    .select({ name: contributors.name, uses: count() })
    .from(articleContributors)
    .innerJoin(contributors, eq(contributors.id, articleContributors.contributorId))
    .where(and(eq(articleContributors.role, role), gt(articleContributors.articleId, after)))
    .groupBy(contributors.id)
    .orderBy(desc(count()), contributors.id)
    .limit(mostOffered);
  return found.map(({ name }) => name);
}
