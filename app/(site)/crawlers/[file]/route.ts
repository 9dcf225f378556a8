import { findMonthSitemap, readMonthFile } from '@/features/crawlers/article-sitemap';
import {
  findAuthorFeed,
  findCityObservationFeed,
  findFeed,
  findTagFeed,
  type Feed,
} from '@/features/crawlers/feed-entries';
import { lastVisibleChange } from '@/features/crawlers/last-visible-change';
import { writeLlms } from '@/features/crawlers/llms';
import { writeManifest } from '@/features/crawlers/manifest';
import { planNews, writeNewsSitemap } from '@/features/crawlers/news-sitemap';
import {
  writeAuthorSitemap,
  writeSectionSitemap,
  writeSitemapText,
  writeTagSitemap,
} from '@/features/crawlers/page-sitemap';
import { findSecurityText, writeRobots } from '@/features/crawlers/robots';
import { writeSitemapIndex } from '@/features/crawlers/sitemap-index';
import { latestOf } from '@/features/crawlers/sitemap-months';
import { type FeedKind, feedKinds, feedTypes, writeFeed } from '@/features/crawlers/write-feed';
import { getSiteSettings } from '@/features/settings/get-site-settings';
import { readEnv } from '@/lib/env';

// Rendered under a content version and kept by the page server like a page, see features/addresses.
export const dynamic = 'force-dynamic';

const xml = 'application/xml; charset=utf-8';
const plain = 'text/plain; charset=utf-8';

type Words = string | AsyncGenerator<string> | undefined;

/** Everything that machines read, under names of our own; the addresses they have are in machine-addresses.ts. */
export async function GET(request: Request, { params }: RouteContext<'/crawlers/[file]'>): Promise<Response> {
  const { file } = await params;
  const query = new URL(request.url).searchParams;
  if (isFeedKind(file)) return answerFeed(file, query);
  const now = new Date();
  switch (file) {
    case 'robots':
      return answer(await writeRobots(), plain);
    case 'llms':
      return answer(await writeLlms(), plain);
    case 'manifest':
      return answer(await writeManifest(), 'application/manifest+json; charset=utf-8');
    case 'security':
      // Its day of expiry moves with the month.
      return answer(
        await findSecurityText(now),
        plain,
        new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1)),
      );
    case 'indexnow-key':
      return answer((await getSiteSettings()).push.indexNowKey, plain);
    case 'ads':
      return answer(`${(await getSiteSettings()).crawlers.adsText.trim()}\n`, plain);
    case 'sitemap-index':
      return answer(await writeSitemapIndex(now), xml, (await planNews(now)).lastExpiry);
    case 'sitemap-text':
      return answer(writeSitemapText(), plain);
    case 'sitemap-sections':
      return answer(await writeSectionSitemap(), xml);
    case 'sitemap-authors':
      return answer(await writeAuthorSitemap(), xml);
    case 'sitemap-tags':
      return answer(await writeTagSitemap(), xml);
    case 'sitemap-news': {
      const { lastExpiry } = await planNews(now);
      return answer(await writeNewsSitemap(Number(query.get('part') ?? 1), now), xml, lastExpiry);
    }
    case 'sitemap-month': {
      const month = readMonthFile(query.get('name') ?? '');
      return answer(month && (await findMonthSitemap(month)), xml);
    }
    default:
      return answer(undefined, plain);
  }
}

function isFeedKind(file: string): file is FeedKind {
  return (feedKinds as readonly string[]).includes(file);
}

async function answerFeed(kind: FeedKind, query: URLSearchParams): Promise<Response> {
  const feed = await feedFor(query);
  if (feed === undefined) return answer(undefined, plain);
  const address = readEnv().siteUrl + (query.get('self') ?? '');
  const { webSubHub } = (await getSiteSettings()).push;
  const found = await answer(writeFeed(kind, feed, address, webSubHub), feedTypes[kind]);
  // Subscribers look for both in the headers first (W3C WebSub §4).
  if (webSubHub !== '') found.headers.set('Link', `<${webSubHub}>; rel="hub", <${address}>; rel="self"`);
  return found;
}

async function feedFor(query: URLSearchParams): Promise<Feed | undefined> {
  const author = query.get('author');
  if (author !== null) return findAuthorFeed(Number(author));
  const tag = query.get('tag');
  if (tag !== null) return findTagFeed(Number(tag));
  if (query.get('list') === 'city-observation') return findCityObservationFeed();
  return findFeed(query.get('section') ?? '');
}

/** `changedAt`: when the text last became another without an editor's act. */
async function answer(words: Words, type: string, changedAt?: Date): Promise<Response> {
  const lastModified = latestOf(await lastVisibleChange(), changedAt);
  return new Response(typeof words === 'object' ? streamOf(words) : (words ?? ''), {
    status: words === undefined ? 404 : 200,
    headers: {
      'Content-Type': type,
      ...(lastModified !== undefined && { 'Last-Modified': lastModified.toUTCString() }),
    },
  });
}

/** Sent as it is made: ten megabytes of text would be held once more, and as rows besides. */
function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const next = await texts.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}
