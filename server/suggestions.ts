import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { suggestTerms } from '@/features/search/suggest-terms';
import { suggestAddress } from '@/lib/addresses';

type Parts = {
  headers: readonly string[];
  /** The content version, under which an answer stays what it is. */
  currentVersion: () => Promise<number>;
};

export function isForSuggestions(path: string): boolean {
  return path === suggestAddress;
}

/**
 * Answers what is being typed into a search box with words of live headlines, as a list in JSON. Kept by
 * content version like a page: everybody types the same beginnings.
 */
export function createSendSuggestions({ headers, currentVersion }: Parts) {
  const answers = new LRUCache<string, string>({ max: 2000 });

  return async function sendSuggestions(
    request: IncomingMessage,
    response: ServerResponse,
    query: URLSearchParams,
  ): Promise<void> {
    const typed = (query.get('q') ?? '').trim().slice(0, 30).toWellFormed();
    const key = `${await currentVersion()} ${typed}`;
    const body = answers.get(key) ?? JSON.stringify(await suggestTerms(typed));
    answers.set(key, body);
    response.writeHead(200, [
      ...headers,
      'Content-Type',
      'application/json; charset=utf-8',
      'Content-Length',
      String(Buffer.byteLength(body)),
    ]);
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}
