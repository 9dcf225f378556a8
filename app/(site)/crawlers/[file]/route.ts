import { findFeed } from '@/features/crawlers/feed-entries';
import { findSecurityText, writeLlms, writeRobots } from '@/features/crawlers/robots';
import {
  readMonthName,
  writeMonthSitemap,
  writeNewsSitemap,
  writeSectionSitemap,
  writeSitemapIndex,
  writeSitemapText,
} from '@/features/crawlers/sitemaps';
import { type FeedKind, feedKinds, feedTypes, writeFeed } from '@/features/crawlers/write-feed';
import { getSiteSettings } from '@/features/settings/get-site-settings';
import { readEnv } from '@/lib/env';

// Rendered under a content version and kept by the page server like a page, see features/addresses.
export const dynamic = 'force-dynamic';

const xml = 'application/xml; charset=utf-8';
const plain = 'text/plain; charset=utf-8';

/** Everything that machines read, under names of our own; the addresses they have are in machine-addresses.ts. */
export async function GET(request: Request, { params }: RouteContext<'/crawlers/[file]'>): Promise<Response> {
  const { file } = await params;
  const query = new URL(request.url).searchParams;
  if (isFeedKind(file)) return answerFeed(file, query.get('section') ?? '', query.get('self') ?? '');
  switch (file) {
    case 'robots':
      return answer(await writeRobots(), plain);
    case 'llms':
      return answer(await writeLlms(), plain);
    case 'security':
      return answer(await findSecurityText(), plain);
    case 'indexnow-key':
      return answer((await getSiteSettings()).push.indexNowKey, plain);
    case 'sitemap-index':
      return answer(await writeSitemapIndex(), xml);
    case 'sitemap-text':
      return answer(await writeSitemapText(), plain);
    case 'ads':
      return answer(`${(await getSiteSettings()).crawlers.adsText.trim()}\n`, plain);
    case 'sitemap-sections':
      return answer(await writeSectionSitemap(), xml);
    case 'sitemap-news':
      return answer(await writeNewsSitemap(), xml);
    case 'sitemap-month': {
      const month = readMonthName(query.get('name') ?? '');
      return answer(month && (await writeMonthSitemap(month)), xml);
    }
    default:
      return answer(undefined, plain);
  }
}

function isFeedKind(file: string): file is FeedKind {
  return (feedKinds as readonly string[]).includes(file);
}

async function answerFeed(kind: FeedKind, section: string, self: string): Promise<Response> {
  const feed = await findFeed(section);
  if (feed === undefined) return answer(undefined, plain);
  // Without Last-Modified: it would fall back when the newest article is withdrawn, and whoever asks with
  // If-Modified-Since would keep the withdrawn text. The ETag says it rightly.
  const address = readEnv().siteUrl + self;
  const { webSubHub } = (await getSiteSettings()).push;
  const found = answer(writeFeed(kind, feed, address, webSubHub), feedTypes[kind]);
  // Subscribers look for both in the headers first (W3C WebSub §4).
  if (webSubHub !== '') found.headers.set('Link', `<${webSubHub}>; rel="hub", <${address}>; rel="self"`);
  return found;
}

function answer(text: string | undefined, type: string): Response {
  return new Response(text ?? '', {
    status: text === undefined ? 404 : 200,
    headers: { 'Content-Type': type },
  });
}
