import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressStanding } from '@/features/addresses/resolve-address';
import { createAssets } from '@/server/assets';
import { watchContentVersion } from '@/server/content-version-watch';
import { createSendError, errorStyleHash } from '@/server/error-document';
import { createHandleRequest } from '@/server/handle-request';
import { createHealth } from '@/server/health';
import { createHttpServer } from '@/server/http-server';
import type { Log } from '@/server/log';
import { keyInLook, looks } from '@/server/look';
import { createSendMedia } from '@/server/media';
import { createSendSharePicture } from '@/server/share-pictures';
import { createPageCache } from '@/server/page-cache';
import { createSendPrivate } from '@/server/private-pages';
import { createSendApi } from '@/server/read-api';
import { createReaderPages } from '@/server/reader-pages';
import { createReceiveReport } from '@/server/reader-reports';
import type { RenderPage } from '@/server/render-page';
import { createResponseHeaders } from '@/server/response-headers';
import { createSendSuggestions } from '@/server/suggestions';
import { createStandings } from '@/server/standings';
import type { Stopping } from '@/server/stop-gracefully';

/** What the page server asks of the rest of the portal. */
export type Surroundings = {
  siteUrl: string;
  /** Whether requests for other hosts are refused. */
  isSiteUrlConfigured: boolean;
  folders: { build: string; public: string; media: string };
  resolveAddress: (path: string, query: URLSearchParams) => Promise<AddressStanding>;
  renderPage: RenderPage;
  handleWithNext: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readContentVersion: () => Promise<number>;
  commitCount: () => number;
  log: Log;
  /** Of finished pages: about ten thousand articles in three codings. */
  cacheBytes?: number;
  hasAccessLog?: boolean;
  /** Whether a proxy of ours says from where requests come. */
  isBehindProxy?: boolean;
};

/** The server and what its keeper may look at. It does not listen yet. */
export function createPageServer(surroundings: Surroundings) {
  const { siteUrl, folders, log, readContentVersion, renderPage } = surroundings;
  const { cacheBytes = 128 * 1024 * 1024, hasAccessLog = false, isBehindProxy = false } = surroundings;
  const stopping: Stopping = { isStopping: false };
  const isStopping = () => stopping.isStopping;
  const headers = createResponseHeaders({ isHttps: siteUrl.startsWith('https:'), errorStyleHash });
  const sendError = createSendError(headers.error);
  const cache = createPageCache({ maxBytes: cacheBytes, log });
  const standings = createStandings({
    siteUrl,
    resolveAddress: surroundings.resolveAddress,
    onNotLive: (key) => {
      for (const look of [undefined, ...looks]) cache.forget(keyInLook(key, look));
    },
  });
  const versions = watchContentVersion({
    read: readContentVersion,
    commitCount: surroundings.commitCount,
    log,
  });
  const handleRequest = createHandleRequest({
    onlyHosts: surroundings.isSiteUrlConfigured ? hostSpellings(siteUrl) : undefined,
    health: createHealth({ headers: headers.health, isStopping, askDatabase: readContentVersion }),
    assets: createAssets(folders, headers),
    readerPages: createReaderPages({ versions, standings, cache, renderPage, headers, sendError, log }),
    sendMedia: createSendMedia({
      folder: folders.media,
      headers: headers.media,
      onMissing: (request, response) => sendError(request, response, 404),
    }),
    sendSharePicture: createSendSharePicture({ headers: headers.media, sendError }),
    sendPrivate: createSendPrivate({
      handleWithNext: surroundings.handleWithNext,
      headers: headers.desk,
      isBehindProxy,
    }),
    sendApi: createSendApi({
      siteUrl,
      cache,
      currentVersion: () => versions.current(),
      headers,
      isBehindProxy,
      log,
    }),
    sendSuggestions: createSendSuggestions({
      headers: headers.resource,
      currentVersion: () => versions.current(),
    }),
    receiveReport: createReceiveReport({
      renderPage,
      headers: headers.form,
      sendError,
      site: surroundings,
      isBehindProxy,
    }),
    site: surroundings,
    sendError,
    isStopping,
    log,
  });
  const server: Server = createHttpServer({ handleRequest, errorHeaders: headers.error });
  if (hasAccessLog) logAccess(server, log);
  return { server, stopping, cache };
}

/** A client may name the default port, too (RFC 9110 §4.2.3). */
function hostSpellings(siteUrl: string): ReadonlySet<string> {
  const { host, port, protocol } = new URL(siteUrl);
  return new Set(port === '' ? [host, `${host}:${protocol === 'https:' ? 443 : 80}`] : [host]);
}

function logAccess(server: Server, log: Log): void {
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const startedAt = performance.now();
    response.on('close', () => {
      log.info({
        method: request.method,
        target: request.url,
        status: response.statusCode,
        milliseconds: Math.round(performance.now() - startedAt),
      });
    });
  });
}
