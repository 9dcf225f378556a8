import { beforeEach, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { reader, tx } from '@/db/client';
import { contributors } from '@/db/schema/articles';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { resolveAddress } from '@/features/addresses/resolve-address';
import { insertArticle } from '@/features/articles/insert-article';
import type { Credit } from '@/lib/contributor-role';
import { addSection } from '@/features/articles/testing/desk-articles';
import { unpublishArticle } from '@/features/articles/unpublish-article';
import { findAuthor, listAuthorPage } from '@/features/contributors/list-author-page';
import { paragraph } from '@/lib/article-body';

useFreshDatabase();

let town: number;
beforeEach(async () => {
  town = await addSection(await rootSectionId(), 'town');
});

const publish = (headline: string, credits: Credit[], day: number, isLive = true) =>
  tx((q) =>
    insertArticle(
      q,
      {
        sectionId: town,
        headline,
        body: { type: 'doc', content: [paragraph('正文。')] },
        credits,
        ...(isLive && { publishedAt: new Date(Date.UTC(2026, 4, day)) }),
      },
      new Date(Date.UTC(2026, 4, day)),
    ),
  );
const idOf = async (name: string) =>
  (await reader().select({ id: contributors.id }).from(contributors).where(eq(contributors.name, name)))[0]!
    .id;
const reporter = (name: string): Credit => ({ role: 'reporter', name });
const standing = async (path: string, query = '') =>
  (await resolveAddress(path, new URLSearchParams(query))).kind;

test('a page lists what a person has signed, each once, the newest first', async () => {
  await publish('二', [reporter('沈知渔'), { role: 'photographer', name: '沈知渔' }], 2);
  await publish('一', [reporter('沈知渔')], 1);
  await publish('别人的', [reporter('顾南屿')], 3);
  const id = await idOf('沈知渔');
  expect(await findAuthor(id)).toEqual({ id, name: '沈知渔', roles: ['reporter', 'photographer'] });
  const { articles, pageCount } = await listAuthorPage(id, 1);
  expect(articles.map(({ headline }) => headline)).toEqual(['二', '一']);
  expect(pageCount).toBe(1);
});

test('who has only drafts, only edits, or signs nothing that is live any more has no page', async () => {
  await publish('草稿', [reporter('只写草稿')], 1, false);
  await publish('编辑的', [{ role: 'editor', name: '只做编辑' }], 2);
  const gone = await publish('下线的', [reporter('已经下线')], 3);
  const chief = await addEditor('总编甲', ['chiefEditor']);
  expect(await unpublishArticle(chief, { articleId: gone, note: '' })).toMatchObject({ ok: true });
  for (const name of ['只写草稿', '只做编辑', '已经下线']) {
    const id = await idOf(name);
    expect([name, await findAuthor(id), await standing(`/author/${id}`)]).toEqual([
      name,
      undefined,
      'missing',
    ]);
  }
  expect(await standing('/author/9999999')).toBe('missing');
  expect(await standing('/author/0')).toBe('missing');
});

test('pages follow each other and end', async () => {
  for (let number = 1; number <= 25; number += 1)
    await publish(`第 ${number} 篇`, [reporter('沈知渔')], number);
  const id = await idOf('沈知渔');
  expect(await standing(`/author/${id}`)).toBe('live');
  expect(await standing(`/author/${id}`, 'page=1')).toBe('moved');
  expect(await standing(`/author/${id}`, 'page=2')).toBe('live');
  expect(await standing(`/author/${id}`, 'page=3')).toBe('missing');
  const { articles } = await listAuthorPage(id, 2);
  expect(articles.map(({ headline }) => headline)).toEqual([
    '第 5 篇',
    '第 4 篇',
    '第 3 篇',
    '第 2 篇',
    '第 1 篇',
  ]);
});
