import type { IncomingHttpHeaders } from 'node:http';

/** What a client holds a copy of, compared with what it would be sent now. */
export type Validators = {
  /** With quotation marks. */
  etag: string;
  /** Milliseconds; whole seconds, as HTTP dates have no more. */
  lastModified: number | undefined;
};

/**
 * Whether 304 is the answer (RFC 9110 §13.2.2): a list of tags decides alone where it is sent, the date only
 * without one. Tags are compared weakly, because proxies that recompress weaken them.
 */
export function isNotModified(headers: IncomingHttpHeaders, validators: Validators): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return hasTag(tags, validators.etag);
  const since = headers['if-modified-since'];
  if (since === undefined || validators.lastModified === undefined) return false;
  const instant = Date.parse(since);
  return !Number.isNaN(instant) && validators.lastModified <= instant;
}

function hasTag(tags: string, etag: string): boolean {
  if (tags === etag) return true;
  return tags
    .split(',')
    .map((tag) => tag.trim())
    .some((tag) => tag === '*' || tag === etag || (tag.startsWith('W/') && tag.slice(2) === etag));
}
