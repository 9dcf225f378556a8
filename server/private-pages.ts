import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { ErrorStatus } from '@/server/error-document';
import { deskPolicy } from '@/server/response-headers';

/** Behind these first segments nothing is ever kept: each request goes to Next and each answer to one person. */
const privateAreas = new Set(['desk', 'preview', 'api']);

export function isPrivate(path: string): boolean {
  return privateAreas.has(path.split('/', 2)[1] ?? '');
}

/** Enough for any form; pictures have an entrance of their own. */
const largestBody = 1024 * 1024;

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
export const privateMethods = [...methods].join(', ');

/** Why a request may not reach Next, if so. The length must be said beforehand, so that it can be refused. */
export function refusalOf({ method = '', headers }: IncomingMessage): ErrorStatus | undefined {
  if (!methods.has(method)) return 405;
  if (headers['transfer-encoding'] !== undefined) return 411;
  return Number(headers['content-length'] ?? 0) > largestBody ? 413 : undefined;
}

type Parts = {
  handleWithNext: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  siteUrl: string;
  headers: readonly string[];
};

export function createSendPrivate({ handleWithNext, siteUrl, headers }: Parts) {
  const { host, protocol } = new URL(siteUrl);

  return async function sendPrivate(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const policy = deskPolicy(randomBytes(18).toString('base64'));
    request.headers = {
      ...withoutForged(request.headers),
      host,
      'x-forwarded-host': host,
      'x-forwarded-proto': protocol.slice(0, -1),
      'x-forwarded-for': request.socket.remoteAddress ?? '',
      // From here Next takes the nonce for the scripts that it writes.
      'content-security-policy': policy,
    };
    request.rawHeaders = Object.entries(request.headers).flatMap(([name, value]) => [name, String(value)]);
    insistOn(response, [...headers, 'Content-Security-Policy', policy]);
    await handleWithNext(request, response);
  };
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

/** Sets headers at the last moment, over whatever Next has said: its own Cache-Control for one. */
function insistOn(response: ServerResponse, headers: readonly string[]): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((status: number, ...more: unknown[]) => {
    setEach(response, headersIn(more.at(-1)));
    setEach(response, headers);
    return writeHead(status);
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
