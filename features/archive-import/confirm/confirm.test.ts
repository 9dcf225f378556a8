import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { reader, tx } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { outbox } from '@/db/schema/outbox';
import { siteSettings } from '@/db/schema/site';
import { ensureFoundation } from '@/db/seed/foundation';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import { NotAllowedError } from '@/features/access/permission';
import { addEditor } from '@/features/access/testing/newcomers';
import { confirmImportItem } from '@/features/archive-import/confirm/confirm-import-item';
import { dropImportItem } from '@/features/archive-import/confirm/drop-import-item';
import { getImportItem } from '@/features/archive-import/confirm/get-import-item';
import { listImportItems, listImportRuns } from '@/features/archive-import/confirm/list-import-items';
import { importSources } from '@/features/archive-import/testing/import-page-file';
import { resolveAddress } from '@/features/addresses/resolve-address';
import { findPublishedArticle } from '@/features/articles/find-published-article';
import { formatWithOffset } from '@/lib/dates';

useFreshDatabase();

let folder = '';
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'chengxun-confirm-'));
  await tx((q) => ensureFoundation(q));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** A page without sentences, which nobody should publish unseen. */
async function importDoubtful(time = '2018-07-01 09:15'): Promise<{ itemId: number; articleId: number }> {
  const html = `<html><head><meta charset="utf-8"><title>栏目一览-澄江网</title><link rel="canonical" href="http://old.example.cn/2018/1.html"></head><body><h1>栏目一览</h1><div>${time} 来源：澄江日报</div><div id="content"><p>${'澄江网城镇频道栏目'.repeat(30)}</p></div></body></html>`;
  writeFileSync(path.join(folder, 'a.html'), html);
  const [result] = await importSources([path.join(folder, 'a.html')]);
  const [item] = (await listImportItems(await addEditor('总编乙', ['chiefEditor']), { state: 'doubtful' }))
    .items;
  return { itemId: item!.id, articleId: (result as { articleId: number }).articleId };
}

const standing = async () => (await resolveAddress('/2018/1.html', new URLSearchParams())).kind;

test('a confirmed article is live under its old time and old address, and nobody is told of it as news', async () => {
  vi.stubEnv('SITE_URL', 'https://news.example.cn');
  await tx((q) => q.insert(siteSettings).values({ key: 'push', value: { indexNowKey: 'a1b2c3d4e5f6a7b8' } }));
  const { itemId, articleId } = await importDoubtful();
  expect(await findPublishedArticle(articleId)).toBeUndefined();
  expect(await standing()).toBe('missing');
  const chief = await addEditor('总编甲', ['chiefEditor']);
  expect(await confirmImportItem(chief, { itemId, publishedAt: '' })).toEqual({ ok: true, value: undefined });
  const article = (await findPublishedArticle(articleId))!;
  expect(formatWithOffset(article.publishedAt)).toBe('2018-07-01T09:15:00+08:00');
  expect(article.modifiedAt).toBeNull();
  expect(await standing()).toBe('moved');
  expect(await reader().select().from(outbox)).toEqual([]);
  expect(await confirmImportItem(chief, { itemId, publishedAt: '' })).toMatchObject({ ok: false });
});

test('a page without a time asks for it, and one that has not come is refused', async () => {
  const { itemId, articleId } = await importDoubtful('');
  const chief = await addEditor('总编甲', ['chiefEditor']);
  const now = new Date('2026-05-01T00:00:00Z');
  const answer = async (publishedAt: string) => confirmImportItem(chief, { itemId, publishedAt }, now);
  expect(await answer('')).toMatchObject({ ok: false, problems: [{ field: 'publishedAt' }] });
  expect(await answer('2027-01-01T08:00')).toMatchObject({ ok: false, problems: [{ field: 'publishedAt' }] });
  expect(await findPublishedArticle(articleId)).toBeUndefined();
  expect(await answer('2009-03-02T08:00')).toMatchObject({ ok: true });
  expect(formatWithOffset((await findPublishedArticle(articleId))!.publishedAt)).toBe(
    '2009-03-02T08:00:00+08:00',
  );
});

test('what is no article is deleted, and only before readers saw it', async () => {
  const chief = await addEditor('总编甲', ['chiefEditor']);
  const { itemId } = await importDoubtful();
  expect(await dropImportItem(chief, { itemId })).toMatchObject({ ok: true });
  expect(await reader().$count(articles)).toBe(0);
  const again = await importDoubtful();
  await confirmImportItem(chief, { itemId: again.itemId, publishedAt: '' });
  expect(await dropImportItem(chief, { itemId: again.itemId })).toMatchObject({ ok: false });
  expect(await reader().$count(articles)).toBe(1);
});

test('only whoever may publish in its section sees and confirms it', async () => {
  const { itemId } = await importDoubtful();
  const reporter = await addEditor('记者甲', ['reporter']);
  await expect(listImportItems(reporter, { state: 'doubtful' })).rejects.toThrow(NotAllowedError);
  await expect(getImportItem(reporter, itemId)).rejects.toThrow(NotAllowedError);
  await expect(confirmImportItem(reporter, { itemId, publishedAt: '' })).rejects.toThrow(NotAllowedError);
  await expect(dropImportItem(reporter, { itemId })).rejects.toThrow(NotAllowedError);
  await expect(listImportRuns(reporter)).rejects.toThrow(NotAllowedError);
  const chief = await addEditor('总编甲', ['chiefEditor']);
  expect(await getImportItem(chief, itemId)).toMatchObject({
    place: expect.stringContaining('a.html') as string,
  });
  await expect(getImportItem(chief, 999_999)).rejects.toThrow(NotAllowedError);
});
