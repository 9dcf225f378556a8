import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Query, Reader } from '@/db/client';
import { sections } from '@/db/schema/sections';
import { redirects } from '@/db/schema/site';
import { reservedFirstSegments } from '@/features/addresses/reserved-paths';
import { slugOf } from '@/features/sections/section-slug';
import { sectionAddress } from '@/lib/addresses';

/** Where articles go that name no section; the importer looks for it at this path. */
export const unsortedPath = 'unsorted';

/** Deeper trees make addresses nobody can read out; also bounds the work of a move. */
export const longestPath = 200;

export function joinPath(parentPath: string, segment: string): string {
  return parentPath === '' ? segment : `${parentPath}/${segment}`;
}

/** Why no section may have this path, in a sentence for the field; undefined when it is free. */
export async function problemOfPath(
  q: Reader,
  parentPath: string,
  segment: string,
): Promise<string | undefined> {
  const path = joinPath(parentPath, segment);
  if (parentPath === '' && reservedFirstSegments.has(segment)) {
    return `“${segment}”是网站自己的地址，请换一个。`;
  }
  if (path.length > longestPath) return '地址太长了，请缩短，或把栏目放到更上层。';
  const [taken] = await q.select({ name: sections.name }).from(sections).where(eq(sections.path, path));
  if (taken !== undefined) return `栏目“${taken.name}”已经用了这个地址，请换一个。`;
  const [redirect] = await q
    .select({ sectionId: redirects.sectionId })
    .from(redirects)
    .where(eq(redirects.fromPath, sectionAddress(path)));
  // The old address of another section may be used again. That of an article would be lost for good.
  if (redirect !== undefined && redirect.sectionId === null) {
    return '这个地址是一篇旧稿或旧页面的地址，仍有读者从那里来，请换一个。';
  }
  return undefined;
}

/**
 * Why what stands below a section cannot follow it to a new path; undefined when it can. `below` names it
 * with its paths until now. A section that is taken along asks for as much as one that is added.
 */
export async function problemOfPathsBelow(
  q: Reader,
  { from, to, below }: { from: string; to: string; below: readonly { name: string; path: string }[] },
): Promise<string | undefined> {
  for (const { name, path } of below) {
    const parts = (to + path.slice(from.length)).split('/');
    const message = await problemOfPath(q, parts.slice(0, -1).join('/'), parts.at(-1)!);
    if (message !== undefined) return `下级栏目“${name}”的地址会变成 /${parts.join('/')}：${message}`;
  }
  return undefined;
}

/** The name in pinyin below the parent's path, numbered when that is or was somebody's. */
export async function freeSegment(q: Reader, parentPath: string, name: string): Promise<string> {
  const slug = slugOf(name);
  for (let number = 1; ; number += 1) {
    const segment = number === 1 ? slug : `${slug}-${number}`;
    if (parentPath === '' && reservedFirstSegments.has(segment)) continue;
    const path = joinPath(parentPath, segment);
    const [taken] = await q.select({ id: sections.id }).from(sections).where(eq(sections.path, path));
    if (taken !== undefined) continue;
    const [old] = await q
      .select({ id: redirects.id })
      .from(redirects)
      .where(eq(redirects.fromPath, sectionAddress(path)));
    if (old === undefined) return segment;
  }
}

/** A path that comes into use stops redirecting. In the transaction that gives it to a section. */
export async function takePath(q: Query, path: string): Promise<void> {
  await q.delete(redirects).where(eq(redirects.fromPath, sectionAddress(path)));
}

/**
 * From now on these paths lead to the section, wherever that moves. Redirects that named one of them as
 * their target in words are turned to the section too, so that no old address takes two hops.
 */
export async function leavePaths(q: Query, sectionId: number, paths: string[], now: Date): Promise<void> {
  const addresses = paths.map(sectionAddress);
  await q
    .insert(redirects)
    .values(addresses.map((fromPath) => ({ fromPath, sectionId, createdAt: now })))
    .onConflictDoUpdate({ target: redirects.fromPath, set: { sectionId, articleId: null, toPath: null } });
  await q
    .update(redirects)
    .set({ sectionId, toPath: null })
    .where(and(isNotNull(redirects.toPath), inArray(redirects.toPath, addresses)));
}
