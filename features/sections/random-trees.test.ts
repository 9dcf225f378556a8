import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { reader, tx } from '@/db/client';
import { listingDays, listings } from '@/db/schema/articles';
import { sections } from '@/db/schema/sections';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import type { Editor } from '@/features/access/editor';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { resolveAddress } from '@/features/addresses/resolve-address';
import { enterListings, leaveListings } from '@/features/articles/listings';
import { addSection } from '@/features/sections/add-section';
import { changeSection } from '@/features/sections/change-section';
import { moveSection } from '@/features/sections/move-section';
import { removeSection } from '@/features/sections/remove-section';
import { everyListing, publishIn } from '@/features/sections/testing/small-tree';

useFreshDatabase();

let chief: Editor;
let articleSections: Map<number, { sectionId: number; publishedAt: Date }>;

beforeEach(async () => {
  await rootSectionId();
  chief = await addEditor('总编', ['chiefEditor']);
  articleSections = new Map();
});

/** mulberry32: a small generator whose every run can be repeated from its seed. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

// Few, so that addresses are given up and taken again all the time.
const segments = ['a', 'b', 'c', 'd'];

async function actAtRandom(random: (below: number) => number, step: number): Promise<void> {
  const tree = await reader().select().from(sections);
  const pick = () => tree[random(tree.length)]!;
  const one = pick();
  const segment = segments[random(segments.length)]!;
  const name = `栏目 ${step}`;
  switch (random(7)) {
    case 0:
    case 1:
      await addSection(chief, { name, kind: 'section', description: '', segment, parentId: one.id });
      return;
    case 2:
      await moveSection(chief, { sectionId: one.id, direction: random(2) === 0 ? 'up' : 'down' });
      return;
    case 3:
      await removeSection(chief, { sectionId: one.id });
      return;
    case 4: {
      const publishedAt = new Date(Date.UTC(2026, 0, 1 + random(5), random(24)));
      articleSections.set(await publishIn(one.id, name, publishedAt), { sectionId: one.id, publishedAt });
      return;
    }
    default:
      await changeSection(chief, {
        sectionId: one.id,
        name,
        kind: one.kind,
        description: '',
        segment,
        parentId: random(3) === 0 ? one.parentId : pick().id,
      });
  }
}

/** How a reader arrives from an address: by how many hops, or what is wrong there. */
async function arrival(address: string): Promise<string> {
  const standing = await resolveAddress(address, new URLSearchParams());
  if (standing.kind === 'live') return 'at once';
  if (standing.kind !== 'moved') return `${address} is ${standing.kind}`;
  const next = await resolveAddress(standing.to, new URLSearchParams());
  return next.kind === 'live' ? 'in one hop' : `${address} leads to ${standing.to}, which is ${next.kind}`;
}

/** All lists as they would be if every article were published again into the tree that now is. */
async function recomputedListings() {
  const kept = await everyListing();
  await tx(async (q) => {
    for (const articleId of articleSections.keys()) await leaveListings(q, articleId);
    for (const [articleId, article] of articleSections) await enterListings(q, { articleId, ...article });
  });
  return { kept, recomputed: await everyListing() };
}

test.for(Array.from({ length: 8 }, (_, index) => [index + 1] as const))(
  'after any changes of the tree every address that ever was arrives and every list is right (seed %i)',
  async ([seed]) => {
    const random = randomFrom(seed);
    const everUsed = new Set<string>();
    for (let step = 0; step < 120; step += 1) {
      await actAtRandom(random, step);
      const tree = await reader().select().from(sections);
      for (const { path } of tree) everUsed.add(`/${path}`);
      expect(new Set(tree.map(({ path }) => path)).size).toBe(tree.length);
    }
    const tree = await reader().select().from(sections);
    const pathById = new Map(tree.map(({ id, path }) => [id, path]));
    for (const { parentId, path } of tree.filter(({ parentId }) => parentId !== null)) {
      expect(path.split('/').slice(0, -1).join('/')).toBe(pathById.get(parentId!));
    }
    expect(everUsed.size).toBeGreaterThan(tree.length);
    for (const address of everUsed) {
      expect(['at once', 'in one hop']).toContain(await arrival(address));
      expect(await arrival(`${address.toUpperCase()}/`)).toBe('in one hop');
    }
    for (const { path } of tree) expect(await arrival(`/${path}`)).toBe('at once');
    const { kept, recomputed } = await recomputedListings();
    expect(kept).toEqual(recomputed);
    expect(kept.rows.length).toBeGreaterThan(10);
  },
);

test('the check itself notices a list that was not kept', async () => {
  const publishedAt = new Date(Date.UTC(2026, 0, 1));
  articleSections.set(await publishIn(1, '一篇', publishedAt), { sectionId: 1, publishedAt });
  await tx((q) => q.delete(listings).where(eq(listings.sectionId, 1)));
  await tx((q) => q.delete(listingDays).where(eq(listingDays.sectionId, 1)));
  const { kept, recomputed } = await recomputedListings();
  expect(kept).not.toEqual(recomputed);
});
