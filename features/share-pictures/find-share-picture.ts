import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { reader } from '@/db/client';
import { listings } from '@/db/schema/articles';
import { mediaUses } from '@/db/schema/desk';
import { mediaAssets } from '@/db/schema/media-assets';
import { findPublishedArticle } from '@/features/articles/find-published-article';
import { type MediaStorage, mediaStorage } from '@/features/media/media-storage';
import { drawSharePicture } from '@/features/share-pictures/draw-share-picture';
import type { DrawingOrder } from '@/features/share-pictures/draw-process';
import { shareHash, wordsOfArticle, wordsOfSection } from '@/features/share-pictures/share-words';
import { findSectionTrail } from '@/features/share-pictures/find-section-trail';
import { getSiteView } from '@/features/sections/get-site-view';
import { fallbackWidth, pictureFile } from '@/lib/picture';
import { cropsOf, readShareAddress, type ShareRequest } from '@/lib/share-picture';

const holder = globalThis as typeof globalThis & { chengxunDrawings?: Map<string, Promise<Buffer>> };

/**
 * The file at an address below /share/, drawn now if nobody asked before; undefined when the page it belongs to is
 * not live, or never had these words or this shape: only what our own pages name is ever drawn. Throws an
 * OverloadError when too many wait to be drawn.
 */
export async function findSharePicture(
  path: string,
  storage: MediaStorage = mediaStorage(),
): Promise<Buffer | undefined> {
  const request = readShareAddress(path);
  if (request === undefined) return undefined;
  const name = fileOf(request);
  const order = await orderOf(request, storage);
  if (order === 'gone') return undefined;
  // Words that have changed since are still in the previews that were sent.
  const kept = await storage.get(name);
  return kept ?? (order && drawOnce(name, order, storage));
}

/** What to draw; undefined when the page names other words by now, `gone` when readers see no such page. */
async function orderOf(
  request: ShareRequest,
  storage: MediaStorage,
): Promise<Omit<DrawingOrder, 'id'> | undefined | 'gone'> {
  if (request.kind === 'crop') return cropOrder(request, storage);
  const { subject, id, hash, size } = request;
  const words = subject === 'article' ? await articleWords(id) : await sectionWords(id);
  if (words === undefined) return 'gone';
  return shareHash(words) === hash ? { subject: { words }, ...size } : undefined;
}

async function articleWords(articleId: number) {
  const article = await findPublishedArticle(articleId);
  return article && wordsOfArticle(article.headline, (await getSiteView(article.sectionId)).trail);
}

async function sectionWords(sectionId: number) {
  const trail = await findSectionTrail(sectionId);
  return trail && wordsOfSection(trail);
}

async function cropOrder(
  { contentHash, focalX, focalY, size }: ShareRequest & { kind: 'crop' },
  storage: MediaStorage,
): Promise<Omit<DrawingOrder, 'id'> | 'gone'> {
  const [asset] = await reader()
    .select({ width: mediaAssets.width, height: mediaAssets.height })
    .from(mediaAssets)
    .innerJoin(mediaUses, eq(mediaUses.assetId, mediaAssets.id))
    .innerJoin(listings, eq(listings.articleId, mediaUses.articleId))
    .where(
      and(
        eq(mediaAssets.contentHash, contentHash),
        eq(mediaAssets.focalX, focalX),
        eq(mediaAssets.focalY, focalY),
      ),
    )
    .limit(1);
  if (asset === undefined) return 'gone';
  const width = fallbackWidth(asset.width);
  const height = Math.round((asset.height * width) / asset.width);
  if (!cropsOf({ width, height }).some((one) => one.width === size.width && one.height === size.height))
    return 'gone';
  const original = await storage.get(pictureFile(contentHash, width, 'jpg'));
  return original === undefined ? 'gone' : { subject: { crop: { original, focalX, focalY } }, ...size };
}

/** Under names that the sender of media does not know: whether a page is live is asked each time. */
function fileOf(request: ShareRequest): string {
  const { width, height } = request.size;
  const key =
    request.kind === 'words' ? request.hash : `${request.contentHash} ${request.focalX} ${request.focalY}`;
  const hash = createHash('sha256').update(key).digest('hex');
  return `share/${hash.slice(0, 2)}/${hash.slice(2, 34)}-${width}x${height}.jpg`;
}

/** Whoever asks for the same picture meanwhile waits for the same drawing. */
function drawOnce(name: string, order: Omit<DrawingOrder, 'id'>, storage: MediaStorage): Promise<Buffer> {
  const drawings = (holder.chengxunDrawings ??= new Map());
  const begun = drawings.get(name);
  if (begun !== undefined) return begun;
  const drawn = draw(name, order, storage).finally(() => drawings.delete(name));
  drawings.set(name, drawn);
  return drawn;
}

async function draw(name: string, order: Omit<DrawingOrder, 'id'>, storage: MediaStorage): Promise<Buffer> {
  const content = Buffer.from(await drawSharePicture(order));
  // A full disk costs the next one who asks some time, and nobody their preview.
  await storage.put(name, content).catch((error: unknown) => process.emitWarning(String(error)));
  return content;
}
