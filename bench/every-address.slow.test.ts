import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type ArchiveItem, writeArchive } from '@/bench/archive-writer';
import { seedSections } from '@/bench/search-sections';
import { closeDatabase, reader, tx } from '@/db/client';
import { prepareDatabase } from '@/db/migrate';
import { articles } from '@/db/schema/articles';
import { ensureFoundation } from '@/db/seed/foundation';
import { addEditor } from '@/features/access/testing/newcomers';
import { withdrawArticle } from '@/features/articles/withdraw-article';
import { findMonthSitemap, readMonthFile } from '@/features/crawlers/article-sitemap';
import { writeSitemapText } from '@/features/crawlers/page-sitemap';
import { writeSitemapIndex } from '@/features/crawlers/sitemap-index';
import { largestSitemap } from '@/features/crawlers/sitemap-parts';

const count = 120_000;
/** So many on one day of an old import, many of them in the same millisecond. */
const onOneDay = 50_000;

async function textOf(pieces: AsyncGenerator<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

function* items(): Generator<ArchiveItem> {
  const start = Date.parse('2010-01-01T00:00:00+08:00');
  for (let index = 0; index < count; index += 1) {
    const later = Math.max(0, index - onOneDay);
    const publishedAt = start + (index < onOneDay ? Math.floor(index / 10) : 86_400_000 + later * 3_600_000);
    yield { headline: `第 ${index} 篇`, paragraphs: ['正文。'], publishedAt, sectionIndex: index };
  }
}

test(`each of ${count} live addresses stands in the sitemaps exactly once, a withdrawn one no more`, async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'chengxun-addresses-'));
  process.env.DATA_DIR = dataDir;
  await prepareDatabase(dataDir, { report: () => undefined });
  await tx((q) => ensureFoundation(q));
  await seedSections();
  await closeDatabase();
  writeArchive(dataDir, items());
  const chief = await addEditor('总编甲', ['chiefEditor']);
  const [{ id: withdrawn }] = (await reader().select({ id: articles.id }).from(articles).limit(1)) as [
    { id: number },
  ];
  expect(await withdrawArticle(chief, { articleId: withdrawn, reason: '不实' })).toMatchObject({ ok: true });

  const seen = new Set<number>();
  let entries = 0;
  let files = 0;
  for (const [, name] of (await writeSitemapIndex()).matchAll(/sitemaps\/(articles-[\d-]+)\.xml/gu)) {
    const file = await textOf((await findMonthSitemap(readMonthFile(name!)!))!);
    const ids = [...file.matchAll(/\/article\/(\d+)</gu)].map(([, id]) => Number(id));
    expect(ids.length).toBeLessThanOrEqual(largestSitemap.addresses);
    expect(Buffer.byteLength(file)).toBeLessThan(10_000_000);
    for (const id of ids) seen.add(id);
    entries += ids.length;
    files += 1;
  }
  expect(entries).toBe(count - 1);
  expect(seen.size).toBe(count - 1);
  expect(seen.has(withdrawn)).toBe(false);
  expect(files).toBeGreaterThan(90);
  const list = (await textOf(writeSitemapText())).trimEnd().split('\n');
  expect(list).toHaveLength(largestSitemap.addresses);
  expect(new Set(list).size).toBe(largestSitemap.addresses);
  await closeDatabase();
  rmSync(dataDir, { recursive: true });
}, 300_000);
