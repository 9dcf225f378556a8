import type { IncomingMessage, ServerResponse } from 'node:http';

export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

type Parts = {
  headers: readonly string[];
  isStopping: () => boolean;
  /** Asks the database something; throws when it does not answer. */
  askDatabase: () => Promise<unknown>;
};

/**
 * `/healthz` says that the process answers and asks nobody else: restarting would not mend a database.
 * `/readyz` says whether requests should be sent here.
 */
export function createHealth({ headers, isStopping, askDatabase }: Parts) {
  function send(request: IncomingMessage, response: ServerResponse, status: number, text: string): void {
    response.writeHead(status, [...headers, 'Content-Length', String(text.length)]);
    response.end(request.method === 'HEAD' ? undefined : text);
  }

  async function readiness(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (isStopping()) return send(request, response, 503, 'stopping\n');
    try {
      await askDatabase();
    } catch {
      return send(request, response, 503, 'no database\n');
    }
    return send(request, response, 200, 'ready\n');
  }

  return new Map<string, Answer>([
    ['/healthz', (request, response) => send(request, response, 200, 'ok\n')],
    ['/readyz', readiness],
  ]);
}
