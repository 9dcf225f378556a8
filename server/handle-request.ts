import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Assets } from '@/server/assets';
import type { SendError } from '@/server/error-document';
import type { Answer } from '@/server/health';
import type { Log } from '@/server/log';
import { mediaAddress } from '@/server/media';
import { deskOrigin, isPrivate, privateMethods, refusalOf } from '@/server/private-pages';
import { isReport } from '@/server/reader-reports';
import { isForApi, type SendApi } from '@/server/read-api';
import type { ReaderPages } from '@/server/reader-pages';
import { sendRepresentation } from '@/server/representation';
import { shareAddress } from '@/server/share-pictures';
import { isForSuggestions } from '@/server/suggestions';
import { parseRequestTarget, splitAbsoluteForm } from '@/server/request-target';

export type Parts = {
  /** The spellings of the one host that is answered; undefined answers every host (no address was configured). */
  onlyHosts: ReadonlySet<string> | undefined;
  /** `/healthz` and `/readyz`; asked by address and not by name, so the host does not count. */
  health: Map<string, Answer>;
  assets: Assets;
  readerPages: ReaderPages;
  sendMedia: (request: IncomingMessage, response: ServerResponse, path: string) => void;
  sendSharePicture: (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void>;
  sendPrivate: (request: IncomingMessage, response: ServerResponse, origin: string) => Promise<void>;
  sendApi: SendApi;
  sendSuggestions: (
    request: IncomingMessage,
    response: ServerResponse,
    query: URLSearchParams,
  ) => Promise<void>;
  receiveReport: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  site: { siteUrl: string; isSiteUrlConfigured: boolean };
  sendError: SendError;
  isStopping: () => boolean;
  log: Log;
};

/** The one path of every request, in the order in which the questions are asked. */
export function createHandleRequest(parts: Parts) {
  const {
    onlyHosts,
    health,
    assets,
    readerPages,
    sendMedia,
    sendSharePicture,
    sendPrivate,
    sendApi,
    sendSuggestions,
    receiveReport,
    site,
    sendError,
    isStopping,
    log,
  } = parts;

  function handleRequest(request: IncomingMessage, response: ServerResponse): void {
    // Node then says Connection: close, and the client opens its next connection elsewhere.
    if (isStopping()) response.shouldKeepAlive = false;
    if (isRead(request) && isOurHost(request.headers.host)) {
      const ready =
        readerPages.findReady(request.url!, request.headers.cookie) ?? assets.findReady(request.url!);
      if (ready !== undefined) {
        sendRepresentation(request, response, ready);
        return;
      }
    }
    settle(request, response).catch((error: unknown) => {
      const errorId = randomUUID().slice(0, 8);
      log.error({ err: error, errorId, target: request.url }, 'request failed');
      sendError(request, response, 500, { errorId });
    });
  }

  async function settle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { host = request.headers.host, target } = splitAbsoluteForm(request.url ?? '');
    const answerHealth = health.get(target);
    if (answerHealth !== undefined && isRead(request)) return answerHealth(request, response);
    if (!isOurHost(host)) return sendError(request, response, 421);
    const parsed = parseRequestTarget(target);
    if (parsed === undefined) return sendError(request, response, 400);
    const { path, sentPath } = parsed;
    if (isPrivate(path)) return answerPrivately(request, response, { path, sentPath });
    if (isForApi(path)) return sendApi(request, response, parsed);
    if (isReport(request, path)) return receiveReport(request, response);
    if (!isRead(request)) return sendError(request, response, 405, { headers: ['Allow', 'GET, HEAD'] });
    const asset = await assets.find(path);
    if (asset !== undefined) return sendRepresentation(request, response, asset);
    if (path.startsWith(mediaAddress)) return sendMedia(request, response, path);
    if (path.startsWith(shareAddress)) return sendSharePicture(request, response, path);
    // The image optimizer, prefetch data and whatever else the framework answers under its own name.
    if (isOfTheFramework(path)) return sendError(request, response, 404);
    if (isForSuggestions(path)) return sendSuggestions(request, response, parsed.query);
    return readerPages.answer(request, response, target);
  }

  async function answerPrivately(
    request: IncomingMessage,
    response: ServerResponse,
    { path, sentPath }: { path: string; sentPath: string },
  ): Promise<void> {
    // What Next decodes must be what was judged here: no escapes in the name of the area.
    const area = `/${path.split('/', 2)[1]}`;
    const isPlain = sentPath === area || sentPath.startsWith(`${area}/`);
    if (!isPlain || path.includes('//')) return sendError(request, response, 404);
    const origin = deskOrigin(request, site);
    if (origin === undefined) return sendError(request, response, 421);
    const refusal = refusalOf(request, origin, path);
    if (refusal === undefined) return sendPrivate(request, response, origin);
    // What is still on its way is not waited for.
    response.shouldKeepAlive = false;
    const headers = refusal === 405 ? ['Allow', privateMethods] : [];
    sendError(request, response, refusal, { headers });
  }

  function isOurHost(host: string | undefined): boolean {
    return onlyHosts === undefined || (host !== undefined && onlyHosts.has(host.toLowerCase()));
  }

  return handleRequest;
}

function isRead({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD';
}

function isOfTheFramework(path: string): boolean {
  return path === '/_next' || path.startsWith('/_next/');
}
