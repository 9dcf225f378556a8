import { cleanDocument } from '@/server/document';
import { inLook } from '@/server/look';
import type { FinishedPage } from '@/server/page-cache';
import type { RenderedResponse } from '@/server/render-page';
import { createRepresentation } from '@/server/representation';
import type { ResponseHeaders } from '@/server/response-headers';

type Settlement = {
  status: 200 | 404 | 410;
  validUntil?: Date | undefined;
  headers: ResponseHeaders;
  /** The reader's choice of theme and text size, where it is not the default. */
  look?: string | undefined;
};

/**
 * Next says this of every page that is rendered for a request; it is the framework's habit and no statement
 * of ours. Whatever else forbids keeping was written by somebody who meant it.
 */
const frameworkDefault = 'private, no-cache, no-store, max-age=0, must-revalidate';

/** Turns what Next rendered into what readers get and the cache keeps; throws when it may not be kept. */
export async function finishPage(
  rendered: RenderedResponse,
  { status, validUntil, headers, look }: Settlement,
): Promise<FinishedPage> {
  // The status was settled before rendering: any other answer means that rendering went wrong.
  if (rendered.status !== 200) throw new Error(`Next answered ${rendered.status}.`);
  refusePrivate(rendered);
  const contentType = textOf(rendered.headers['content-type']) ?? '';
  const isHtml = contentType.startsWith('text/html');
  const page = isHtml
    ? cleanDocument(rendered.body.toString('utf8'), { isNotice: status !== 200 })
    : undefined;
  const representation = await createRepresentation({
    status,
    body:
      page === undefined
        ? rendered.body
        : Buffer.from(look === undefined ? page.html : inLook(page.html, look)),
    contentType,
    headers: isHtml
      ? headers[look === undefined ? (status === 200 ? 'page' : 'notice') : 'chosen']
      : ['Content-Type', contentType, ...passedOn(rendered), ...headers.resource],
    lastModified: page?.lastModified ?? instantOf(rendered.headers['last-modified']),
  });
  return { representation, validUntil: earliest(validUntil, page?.validUntil) };
}

/** What a feed or sitemap says in headers of its own; those of HTML pages are the framework's preloads. */
function passedOn({ headers }: RenderedResponse): string[] {
  return [
    ['Link', 'link'],
    ['X-Robots-Tag', 'x-robots-tag'],
  ].flatMap(([name = '', key = '']) => {
    const value = textOf(headers[key]);
    return value === undefined ? [] : [name, value];
  });
}

/** One copy goes to every reader, so nothing that was meant for one of them may be in it. */
function refusePrivate({ headers }: RenderedResponse): void {
  if (headers['set-cookie'] !== undefined) throw new Error('A reader page sets a cookie.');
  const cacheControl = textOf(headers['cache-control']) ?? '';
  if (cacheControl !== frameworkDefault && /private|no-store/u.test(cacheControl)) {
    throw new Error(`A reader page forbids keeping: ${cacheControl}`);
  }
}

function earliest(...instants: (Date | undefined)[]): number {
  return Math.min(...instants.map((instant) => instant?.getTime() ?? Infinity));
}

function textOf(value: RenderedResponse['headers'][string]): string | undefined {
  return value === undefined ? undefined : String(value);
}

function instantOf(value: RenderedResponse['headers'][string]): Date | undefined {
  const instant = new Date(textOf(value) ?? '');
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}
