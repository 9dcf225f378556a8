import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isNotModified } from '@/server/conditional-request';
import {
  brotli,
  type ContentCoding,
  contentCodings,
  gzipped,
  isWorthCompressing,
  pageEffortFor,
  preferredCoding,
} from '@/server/content-coding';

/** One coding of a body with everything that is sent with it, so that an answer is two calls to Node. */
type Variant = {
  body: Buffer;
  etag: string;
  headers: string[];
  notModifiedHeaders: string[];
};

/** A finished answer that can be sent any number of times. */
export type Representation = {
  status: number;
  lastModified: number | undefined;
  variants: Record<ContentCoding, Variant>;
  /** What keeping it costs. */
  byteCount: number;
};

type Ingredients = {
  status: number;
  body: Buffer;
  contentType: string;
  /** Names and values in turn; without those that depend on the body. */
  headers: readonly string[];
  lastModified?: Date | undefined;
  effort?: number;
};

/** A small entry costs more than its bytes: objects, strings, the place in the cache. */
const overhead = 2048;

export async function createRepresentation(from: Ingredients): Promise<Representation> {
  const { status, body, contentType, headers, effort = pageEffortFor(body.length) } = from;
  const isCompressed = isWorthCompressing(contentType, body.length);
  const [br, gz] = isCompressed ? await Promise.all([brotli(body, effort), gzipped(body)]) : [body, body];
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  const lastModified = from.lastModified === undefined ? undefined : wholeSeconds(from.lastModified);

  const variant = (coding: ContentCoding, coded: Buffer): Variant => {
    // Each coding is other bytes, so a strong tag must differ (RFC 9110 §8.8.3.3).
    const etag = coding === 'identity' ? `"${hash}"` : `"${hash}-${coding}"`;
    // A tag is only of use where 304 may answer.
    const validators =
      status === 200
        ? [
            'ETag',
            etag,
            ...(lastModified === undefined ? [] : ['Last-Modified', new Date(lastModified).toUTCString()]),
          ]
        : [];
    return {
      body: coded,
      etag,
      headers: [
        ...headers,
        ...(coding === 'identity' ? [] : ['Content-Encoding', coding]),
        ...validators,
        'Content-Length',
        String(coded.length),
      ],
      notModifiedHeaders: [...keptByNotModified(headers), ...validators],
    };
  };
  const identity = variant('identity', body);
  const variants = isCompressed
    ? { identity, gzip: variant('gzip', gz), br: variant('br', br) }
    : { identity, gzip: identity, br: identity };
  const distinct = new Set(contentCodings.map((coding) => variants[coding]));
  const byteCount = [...distinct].reduce((sum, { body: coded }) => sum + coded.length + overhead, 0);
  return { status, lastModified, variants, byteCount };
}

export function sendRepresentation(
  request: IncomingMessage,
  response: ServerResponse,
  representation: Representation,
): void {
  const { headers } = request;
  const variant = representation.variants[preferredCoding(headers['accept-encoding'] as string | undefined)];
  if (
    representation.status === 200 &&
    isNotModified(headers, { etag: variant.etag, lastModified: representation.lastModified })
  ) {
    response.writeHead(304, variant.notModifiedHeaders);
    response.end();
    return;
  }
  response.writeHead(representation.status, variant.headers);
  response.end(request.method === 'HEAD' ? undefined : variant.body);
}

function wholeSeconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000) * 1000;
}

/** What a 304 repeats (RFC 9110 §15.4.5); the rest stands in the copy that the client holds. */
function keptByNotModified(headers: readonly string[]): string[] {
  const kept = new Set([
    'Cache-Control',
    'Vary',
    'X-Content-Type-Options',
    'Strict-Transport-Security',
    'Access-Control-Allow-Origin',
    'Access-Control-Expose-Headers',
  ]);
  return headers.filter((_, index) => kept.has(headers[index - (index % 2)]!));
}
