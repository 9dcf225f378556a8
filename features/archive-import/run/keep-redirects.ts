import { inArray } from 'drizzle-orm';
import type { Query } from '@/db/client';
import { sections } from '@/db/schema/sections';
import { redirects } from '@/db/schema/site';
import { slices } from '@/lib/slices';

/**
 * Makes old paths lead to their articles. A path that is taken stays with whom it leads to, and a path that is
 * one of ours is left alone: a redirect comes before what stands at an address. Returns how many were added.
 */
export async function keepRedirects(
  q: Query,
  wanted: { articleId: number; paths: string[] }[],
  now: Date,
): Promise<number> {
  const pairs = wanted.flatMap(({ articleId, paths }) => paths.map((fromPath) => ({ fromPath, articleId })));
  const open = pairs.filter(({ fromPath }) => !ours.test(fromPath));
  let added = 0;
  for (const part of slices(open)) {
    const taken = await q
      .select({ path: sections.path })
      .from(sections)
      .where(
        inArray(
          sections.path,
          part.map(({ fromPath }) => fromPath.slice(1)),
        ),
      );
    const sectionPaths = new Set(taken.map(({ path }) => `/${path}`));
    const free = part.filter(({ fromPath }) => !sectionPaths.has(fromPath));
    if (free.length === 0) continue;
    const rows = await q
      .insert(redirects)
      .values(free.map((pair) => ({ ...pair, createdAt: now })))
      .onConflictDoNothing()
      .returning({ id: redirects.id });
    added += rows.length;
  }
  return added;
}

/** Addresses of the portal itself (lib/addresses.ts). */
const ours =
  /^\/(?:article|author|tag|desk|preview|media|api|sitemaps|search|report|corrections|latest|notice|crawlers|_next)(?:\/|$|\?)/u;
