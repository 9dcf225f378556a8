import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { beforeEach, expect, test } from 'vitest';
import { tx } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import type { Editor } from '@/features/access/editor';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { findPublishedArticle } from '@/features/articles/find-published-article';
import { insertArticle } from '@/features/articles/insert-article';
import { addSection } from '@/features/articles/testing/desk-articles';
import { withdrawArticle } from '@/features/articles/withdraw-article';
import { mediaFiles, uploaded, useFreshMedia } from '@/features/media/testing/library';
import { jpeg } from '@/features/media/testing/test-pictures';
import { findSharePicture } from '@/features/share-pictures/find-share-picture';
import {
  searchImagesOf,
  type ShareImage,
  shareImagesOf,
  shareImagesOfSection,
} from '@/features/share-pictures/share-images';
import { getSiteView } from '@/features/sections/get-site-view';
import { type Block, paragraph } from '@/lib/article-body';
import { readEnv } from '@/lib/env';
import { readShareAddress } from '@/lib/share-picture';

useFreshDatabase();
useFreshMedia();

let town: number;
let chief: Editor;
beforeEach(async () => {
  town = await addSection(await rootSectionId(), 'town');
  chief = await addEditor('总编甲', ['chiefEditor']);
});

const publishedAt = new Date('2026-05-04T01:00:00Z');

async function publish(headline: string, blocks: Block[] = [], isLive = true) {
  const body = { type: 'doc' as const, content: [paragraph('正文。'), ...blocks] };
  const id = await tx((q) =>
    insertArticle(
      q,
      { sectionId: town, headline, body, credits: [], ...(isLive && { publishedAt }) },
      publishedAt,
    ),
  );
  const { trail } = await getSiteView(town);
  return { id, trail };
}

async function imagesOf({ id, trail }: Awaited<ReturnType<typeof publish>>) {
  const article = (await findPublishedArticle(id))!;
  const { siteUrl } = readEnv();
  return { ...shareImagesOf(article, trail, siteUrl), search: searchImagesOf(article, trail, siteUrl) };
}

const pathOf = ({ url }: ShareImage) => new URL(url).pathname;
const fetched = async (image: ShareImage) => findSharePicture(pathOf(image));

/** How many dark pixels a drawing has: of an empty one, none. */
async function inkIn(content: Buffer): Promise<number> {
  const { data } = await sharp(content).greyscale().raw().toBuffer({ resolveWithObject: true });
  return data.filter((value) => value < 45).length;
}

test('an article without a photograph is previewed by its headline, drawn in the sizes that are named', async () => {
  const images = await imagesOf(await publish('汐桥今晨通车，两岸居民步行过江'));
  for (const image of [images.wide, images.square]) {
    const content = (await fetched(image))!;
    expect(await sharp(content).metadata()).toMatchObject({
      format: 'jpeg',
      width: image.width,
      height: image.height,
    });
    expect(content.length).toBeLessThan(120_000);
    expect(await inkIn(content)).toBeGreaterThan(3000);
  }
  expect(images.wide).toMatchObject({ width: 1200, height: 630, alt: '汐桥今晨通车，两岸居民步行过江' });
  expect(images.search.some(({ width }) => width >= 1200)).toBe(true);
});

test('more words are more ink', async () => {
  const short = (await fetched((await imagesOf(await publish('汐桥通车'))).wide))!;
  const long = (await fetched((await imagesOf(await publish('汐桥今晨通车，两岸居民步行过江'))).wide))!;
  expect(await inkIn(long)).toBeGreaterThan((await inkIn(short)) * 1.7);
});

test('a picture is drawn once, however many ask at the same time', async () => {
  const { wide } = await imagesOf(await publish('汐桥通车'));
  const all = await Promise.all([1, 2, 3].map(() => fetched(wide)));
  expect(new Set(all.map((one) => one!.toString('base64'))).size).toBe(1);
  expect(mediaFiles()).toHaveLength(1);
  await fetched(wide);
  expect(mediaFiles()).toHaveLength(1);
});

test('only what our own pages name is drawn: no other words, no draft, nothing withdrawn', async () => {
  const live = await publish('汐桥通车');
  const { wide } = await imagesOf(live);
  expect(await findSharePicture(pathOf(wide).replace(/[0-9a-f]{32}/u, '0'.repeat(32)))).toBeUndefined();
  const draft = await publish('绝密', [], false);
  const { siteUrl } = readEnv();
  const guessed = shareImagesOf(
    { id: draft.id, headline: '绝密', pictures: new Map() },
    draft.trail,
    siteUrl,
  );
  expect(await fetched(guessed.wide)).toBeUndefined();
  expect(await fetched(wide)).toBeDefined();
  expect(mediaFiles()).toHaveLength(1);
  expect(await withdrawArticle(chief, { articleId: live.id, reason: '不实' })).toMatchObject({ ok: true });
  expect(await fetched(wide)).toBeUndefined();
});

test('a new headline has a new picture, and previews that were sent keep theirs', async () => {
  const live = await publish('汐桥通车');
  const before = (await imagesOf(live)).wide;
  await fetched(before);
  await tx((q) =>
    q.update(articles).set({ headline: '汐桥通车首日车流平稳' }).where(eq(articles.id, live.id)),
  );
  const after = (await imagesOf(live)).wide;
  expect(after.url).not.toBe(before.url);
  expect(await fetched(before)).toBeDefined();
  expect(await fetched(after)).toBeDefined();
});

test('a photograph is cut to three shapes around its focal point, and only while a live article shows it', async () => {
  const picture = await uploaded(chief, await jpeg(1600, 1000));
  const attrs = { assetId: picture.id, alt: '桥', caption: '', credit: '' };
  const live = await publish('汐桥通车', [{ type: 'image', attrs }]);
  const { wide, square, search } = await imagesOf(live);
  expect(wide.url).toMatch(/\/media\/.+-1200\.jpg$/u);
  expect(search.map(({ width, height }) => [width, height])).toEqual([
    [1200, 675],
    [1000, 750],
    [750, 750],
  ]);
  for (const image of [...search, square]) {
    const found = await sharp((await fetched(image))!).metadata();
    expect([found.width, found.height]).toEqual([image.width, image.height]);
  }
  const other = pathOf(search[0]!).replace('1200x675', '1199x675');
  expect(readShareAddress(other)).toBeDefined();
  expect(await findSharePicture(other)).toBeUndefined();
  await withdrawArticle(chief, { articleId: live.id, reason: '不实' });
  expect(await fetched(search[0]!)).toBeUndefined();
});

test('a small photograph makes no preview', async () => {
  const picture = await uploaded(chief, await jpeg(300, 200));
  const attrs = { assetId: picture.id, alt: '', caption: '', credit: '' };
  expect((await imagesOf(await publish('汐桥通车', [{ type: 'image', attrs }]))).wide.url).toContain(
    '/share/article/',
  );
});

test('a section is previewed by its name', async () => {
  const { trail } = await getSiteView(town);
  const { wide } = shareImagesOfSection(town, trail, readEnv().siteUrl);
  expect(await inkIn((await fetched(wide))!)).toBeGreaterThan(500);
  expect(await findSharePicture(pathOf(wide).replace(`/${town}/`, '/99999/'))).toBeUndefined();
});

test('pictographs, rare characters and markup are drawn or left out and break nothing', async () => {
  const hostile = '🙂<svg onload="x">&amp;龘靐𪚥\u0000\u2028“';
  expect(await fetched((await imagesOf(await publish(hostile))).wide)).toBeDefined();
});

test.for([
  '/share/article/1/x-1200x630.jpg',
  '/share/article/0/00000000000000000000000000000000-1200x630.jpg',
  '/share/article/1/00000000000000000000000000000000-4000x4000.jpg',
  '/share/../media/x.jpg',
  '/share/picture/abc/50-50-1200x675.jpg',
])('%s is no address of ours', (path) => {
  expect(readShareAddress(path)).toBeUndefined();
});
