import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { largestBodyAt } from '@/server/body-limits';
import { clientAddress } from '@/server/client-address';
import type { ErrorStatus } from '@/server/error-document';
import { deskPolicy } from '@/server/response-headers';

/** Behind these first segments nothing is ever kept: each request goes to Next and each answer to one person. */
const privateAreas = new Set(['desk', 'preview']);

export function isPrivate(path: string): boolean {
  return privateAreas.has(path.split('/', 2)[1] ?? '');
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
export const privateMethods = [...methods].join(', ');

/** Why a request may not reach Next, if so. The length must be said beforehand, so that it can be refused. */
export function refusalOf(
  { method = '', headers }: IncomingMessage,
  origin: string,
  path: string,
): ErrorStatus | undefined {
  if (!methods.has(method)) return 405;
  if (!harmless.has(method) && !comesFrom(origin, headers)) return 403;
  if (headers['transfer-encoding'] !== undefined) return 411;
  return Number(headers['content-length'] ?? 0) > largestBodyAt(path) ? 413 : undefined;
}

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether one of our own pages sent this. A browser names the origin of whatever changes something; Next
 * alone would also take a request without one, and would believe a forged X-Forwarded-Host.
 */
export function comesFrom(origin: string, headers: IncomingHttpHeaders): boolean {
  if (headers.origin !== undefined) return headers.origin === origin;
  return headers['sec-fetch-site'] === 'same-origin';
}

/** Names of this machine, which nobody outside can make a browser take for theirs. */
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/u;

/**
 * The origin under which the desk is being used: the configured one. A portal without a configured address
 * is on trial, and its desk answers on the machine itself only; undefined elsewhere.
 */
export function deskOrigin(
  { headers }: IncomingMessage,
  site: { siteUrl: string; isSiteUrlConfigured: boolean },
): string | undefined {
  if (site.isSiteUrlConfigured) return site.siteUrl;
  const host = headers.host?.toLowerCase();
  return host !== undefined && loopback.test(host) ? `http://${host}` : undefined;
}

type Parts = {
  handleWithNext: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  headers: readonly string[];
  isBehindProxy?: boolean;
};

export function createSendPrivate({ handleWithNext, headers, isBehindProxy = false }: Parts) {
  return async function sendPrivate(
    request: IncomingMessage,
    response: ServerResponse,
    origin: string,
  ): Promise<void> {
    const { host, protocol } = new URL(origin);
    const policy = deskPolicy(randomBytes(18).toString('base64'), {
      isFrame: request.url?.startsWith('/desk/preview/'),
    });
    request.headers = {
      ...withoutForged(request.headers),
      host,
      'x-forwarded-host': host,
      'x-forwarded-proto': protocol.slice(0, -1),
      'x-forwarded-for': clientAddress(request, isBehindProxy),
      // From here Next takes the nonce for the scripts that it writes.
      'content-security-policy': policy,
    };
    request.rawHeaders = Object.entries(request.headers).flatMap(([name, value]) => [name, String(value)]);
    const said = [...headers, ...secrecyOf(request.url), 'Content-Security-Policy', policy];
    insistOn(response, said, callsAction(request) ? blameSender : undefined);
    await handleWithNext(request, response);
  };
}

/** The address of a one-time link or a preview is the key itself: no request that its page causes may carry it. */
function secrecyOf(address = ''): readonly string[] {
  return /^\/(?:desk\/invitation|preview)\//u.test(address) ? ['Referrer-Policy', 'no-referrer'] : [];
}

/** What only a proxy of ours or Next itself may say. Next believes each of these from anybody. */
const forged =
  /^(?:x-forwarded-|x-middleware-|x-nextjs-|x-invoke-|x-matched-path|x-now-|x-vercel-|x-prerender-|content-security-policy)/u;
const forgedExactly = new Set(['forwarded', 'next-resume', 'x-original-url', 'x-rewrite-url', 'purpose']);

function withoutForged(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !forged.test(name) && !forgedExactly.has(name)),
  );
}

function callsAction({ method, headers }: IncomingMessage): boolean {
  const isForm = /^(?:multipart\/form-data|application\/x-www-form-urlencoded)/iu.test(
    headers['content-type'] ?? '',
  );
  return method === 'POST' && (headers['next-action'] !== undefined || isForm);
}

/**
 * Every action of ours turns its failures into an answer, so what Next says 500 to are arguments that cannot
 * be read; only a request made by hand has such.
 */
function blameSender(status: number): number {
  return status === 500 ? 400 : status;
}

/** Sets headers at the last moment, over whatever Next has said: its own Cache-Control for one. */
function insistOn(
  response: ServerResponse,
  headers: readonly string[],
  judge: (status: number) => number = (status) => status,
): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((status: number, ...more: unknown[]) => {
    setEach(response, headersIn(more.at(-1)));
    setEach(response, headers);
    return writeHead(judge(status));
  }) as typeof response.writeHead;
}

function setEach(response: ServerResponse, headers: readonly unknown[]): void {
  for (let index = 0; index < headers.length; index += 2) {
    response.setHeader(String(headers[index]), headers[index + 1] as string | string[]);
  }
}

/** writeHead takes them as an object or as a list of names and values. */
function headersIn(given: unknown): unknown[] {
  if (Array.isArray(given)) return given;
  return typeof given === 'object' && given !== null ? Object.entries(given).flat() : [];
}
