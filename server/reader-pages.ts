import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ReaderRoute } from '@/features/addresses/resolve-address';
import type { ContentVersionWatch } from '@/server/content-version-watch';
import type { SendError } from '@/server/error-document';
import { finishPage } from '@/server/finish-page';
import type { Log } from '@/server/log';
import { keyInLook, lookOf } from '@/server/look';
import type { PageCache } from '@/server/page-cache';
import type { RenderPage } from '@/server/render-page';
import { type Representation, sendRepresentation } from '@/server/representation';
import type { ResponseHeaders } from '@/server/response-headers';
import type { Settled, Standings } from '@/server/standings';
import { OverloadError } from '@/lib/turns';

type Parts = {
  versions: ContentVersionWatch;
  standings: Standings;
  cache: PageCache;
  renderPage: RenderPage;
  headers: ResponseHeaders;
  sendError: SendError;
  log: Log;
};

export type ReaderPages = ReturnType<typeof createReaderPages>;

/** Answers the addresses that readers may ask for, with a page, a notice or a move. */
export function createReaderPages(parts: Parts) {
  const { versions, standings, cache, renderPage, headers, sendError, log } = parts;

  /** The page, if it can be sent without waiting for anything. Most requests end here. */
  function findReady(target: string, cookies: string | undefined): Representation | undefined {
    const version = versions.known();
    if (version === undefined) return undefined;
    const settled = standings.find(target, version);
    return settled?.kind === 'page'
      ? cache.find(keyInLook(settled.key, lookOf(cookies)), version)
      : undefined;
  }

  async function answer(request: IncomingMessage, response: ServerResponse, target: string): Promise<void> {
    let settled: Settled | undefined;
    let version: number | undefined;
    try {
      // Read first: whatever changes from here on makes what is made under this number out of date.
      version = await versions.current();
      settled = await standings.settle(target, version);
      await send(request, response, settled, version);
    } catch (error) {
      // What was to be rendered may have been withdrawn meanwhile; then the address has another answer now.
      const hasChanged = version !== undefined && (await versions.current()) !== version;
      if (hasChanged && !response.headersSent) return answer(request, response, target);
      refuse(request, response, settled, error);
    }
  }

  async function send(
    request: IncomingMessage,
    response: ServerResponse,
    settled: Settled,
    version: number,
  ): Promise<void> {
    if (settled.kind === 'malformed') {
      sendError(request, response, 400);
    } else if (settled.kind === 'closed') {
      const { seconds, message } = settled;
      sendError(request, response, 503, {
        headers: ['Retry-After', String(seconds)],
        wording: { title: '网站正在维护', text: message },
      });
    } else if (settled.kind === 'moved') {
      response.writeHead(301, [...headers.moved, 'Location', settled.location, 'Content-Length', '0']);
      response.end();
    } else {
      const { key, status, route } = settled;
      const look = lookOf(request.headers.cookie);
      const page = await cache.get(keyInLook(key, look), version, () => render(route, status, look));
      sendRepresentation(request, response, page);
    }
  }

  async function render(route: ReaderRoute, status: 200 | 404 | 410, look: string | undefined) {
    return finishPage(await renderPage(route), { status, validUntil: route.validUntil, headers, look });
  }

  /** What was settled stays true when its page cannot be made: an unknown address is 404 and not 500. */
  function refuse(
    request: IncomingMessage,
    response: ServerResponse,
    settled: Settled | undefined,
    error: unknown,
  ): void {
    const retry = { headers: ['Retry-After', '5'] };
    if (settled?.kind === 'page' && settled.status !== 200) sendError(request, response, settled.status);
    else if (error instanceof OverloadError) sendError(request, response, 503, retry);
    else {
      const errorId = randomUUID().slice(0, 8);
      log.error({ err: error, errorId, target: request.url }, 'reader page failed');
      sendError(request, response, 500, { errorId });
    }
  }

  return { findReady, answer };
}
