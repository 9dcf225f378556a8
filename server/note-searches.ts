import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createQueryNotes } from '@/features/search/note-queries';
import { readSearchQuestion } from '@/lib/search-question';
import type { Log } from '@/server/log';

/** How often what was counted is written, in milliseconds. */
const pause = 30_000;

/**
 * Counts the searches that were answered, cached ones too, without looking at who sent them. A page behind
 * the first, or a narrowed one, is the same search. Answers what ends it: the last counts are written then.
 */
export function noteSearches(server: Server, log: Log): () => Promise<void> {
  const notes = createQueryNotes();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'GET' || request.url?.startsWith('/search?') !== true) return;
    const params = new URLSearchParams(request.url.slice('/search?'.length));
    response.on('finish', () => {
      const { query, from, section, days } = readSearchQuestion(params);
      const isNew = from === undefined && section === '' && days === 0;
      if (response.statusCode === 200 && isNew) notes.note(query);
    });
  });
  const write = () =>
    notes.write().catch((error: unknown) => log.warn({ err: error }, 'search counts were not written'));
  const timer = setInterval(() => void write(), pause);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await write();
  };
}
