import { beforeEach, expect, test } from 'vitest';
import { tx } from '@/db/client';
import { siteSettings } from '@/db/schema/site';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { resolveAddress } from '@/features/addresses/resolve-address';
import { leaveInState } from '@/features/articles/testing/article-acts';
import { addSection } from '@/features/articles/testing/desk-articles';
import { writeSitemapText } from '@/features/crawlers/page-sitemap';
import { readEnv } from '@/lib/env';

useFreshDatabase();

let town: number;
beforeEach(async () => {
  town = await addSection(await rootSectionId(), 'town');
});

const standing = async (path: string) => (await resolveAddress(path, new URLSearchParams())).kind;

test('the plain list of addresses holds sections and what is live, and nothing else', async () => {
  const chief = await addEditor('总编甲', ['chiefEditor']);
  const live = await leaveInState(chief, 'published', chief, town);
  await leaveInState(chief, 'draft', chief, town);
  await leaveInState(chief, 'withdrawn', chief, town);
  const { siteUrl } = readEnv();
  let text = '';
  for await (const piece of writeSitemapText()) text += piece;
  expect(
    text
      .trimEnd()
      .split('\n')
      .filter((line) => /article|town$/u.test(line)),
  ).toEqual([`${siteUrl}/town`, `${siteUrl}/article/${live.articleId}`]);
  expect(await standing('/sitemap.txt')).toBe('live');
});

test('ads.txt is there only when it says something', async () => {
  expect(await standing('/ads.txt')).toBe('missing');
  await tx((q) =>
    q.insert(siteSettings).values({ key: 'crawlers', value: { adsText: 'ads.example, 1, DIRECT' } }),
  );
  expect(await standing('/ads.txt')).toBe('live');
});
