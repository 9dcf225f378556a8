import { beforeEach, expect, test } from 'vitest';
import { tx } from '@/db/client';
import { redirects } from '@/db/schema/site';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import type { Editor } from '@/features/access/editor';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { resolveAddress } from '@/features/addresses/resolve-address';
import { removeSection } from '@/features/sections/remove-section';
import { longestPath } from '@/features/sections/section-paths';
import {
  changeSome,
  grow,
  publishIn,
  rowOf,
  type SectionChanges,
} from '@/features/sections/testing/small-tree';

useFreshDatabase();

let root = 0;
let town = 0;
let express = 0;
let chief: Editor;

beforeEach(async () => {
  root = await rootSectionId();
  chief = await addEditor('总编', ['chiefEditor']);
  town = await grow(chief, root, 'town', { name: '城镇' });
  express = await grow(chief, town, 'express', { name: '快报' });
});

const standing = (address: string) => resolveAddress(address, new URLSearchParams());
const change = (sectionId: number, changes: SectionChanges) => changeSome(chief, sectionId, changes);

async function problemsOfChange(sectionId: number, changes: SectionChanges) {
  const outcome = await change(sectionId, changes);
  return outcome.ok ? [] : outcome.problems;
}

test('whoever subscribed to a section’s feed is led to the feed at its new address, in one hop', async () => {
  await change(town, { segment: 'village' });
  await change(town, { segment: 'county' });
  for (const old of ['/town/feed.xml', '/village/feed.xml', '/Town/Feed.xml']) {
    expect(await standing(old)).toEqual({ kind: 'moved', to: '/county/feed.xml' });
  }
  expect(await standing('/town/express/atom.xml')).toEqual({ kind: 'moved', to: '/county/express/atom.xml' });
  expect((await standing('/county/feed.xml')).kind).toBe('live');
  expect((await standing('/nowhere/feed.xml')).kind).toBe('missing');
  await removeSection(chief, { sectionId: express });
  await removeSection(chief, { sectionId: town });
  expect(await standing('/village/express/feed.json')).toEqual({ kind: 'moved', to: '/feed.json' });
});

test('a rename that would cost an old article its address below is refused, and nothing changes', async () => {
  const article = await publishIn(root, '旧稿', new Date());
  await tx((q) =>
    q.insert(redirects).values({ fromPath: '/village/express', articleId: article, createdAt: new Date() }),
  );
  const [problem] = await problemsOfChange(town, { segment: 'village' });
  expect(problem?.field).toBe('segment');
  for (const word of ['快报', '/village/express', '旧稿']) expect(problem?.message).toContain(word);
  expect(await standing('/village/express')).toEqual({ kind: 'moved', to: `/article/${article}` });
  expect((await standing('/town/express')).kind).toBe('live');
});

test('a section is not moved to where the addresses below it would be too long', async () => {
  let deepest = express;
  for (let depth = 0; depth < 4; depth += 1) deepest = await grow(chief, deepest, 'b'.repeat(40));
  const { path } = await rowOf(deepest);
  expect(await problemsOfChange(town, { segment: 'c'.repeat(longestPath + 5 - path.length) })).toEqual([
    { field: 'segment', message: expect.stringContaining('太长') },
  ]);
  expect(await problemsOfChange(town, { segment: 'c'.repeat(longestPath + 4 - path.length) })).toEqual([]);
  expect((await rowOf(deepest)).path).toHaveLength(longestPath);
});
