import type { IncomingMessage, ServerResponse } from 'node:http';
import inject from 'light-my-request';
import type { ReaderRoute } from '@/features/addresses/resolve-address';
import { encodePath } from '@/server/request-target';
import { createTurns } from '@/lib/turns';

export type RenderedResponse = {
  status: number;
  headers: Record<string, number | string | string[] | undefined>;
  body: Buffer;
};

export type RenderPage = (route: ReaderRoute) => Promise<RenderedResponse>;

type Options = {
  handleWithNext: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  siteUrl: string;
  atOnce?: number;
  waitingLimit?: number;
  timeLimit?: number;
};

/**
 * Asks Next for a reader page inside the process. Next sees a request of our own making, the same for every
 * reader: nothing that a client sends (headers, cookies, unknown parameters) can reach the page, so nothing
 * can be put into the cache by sending it.
 */
export function createRenderPage(options: Options): RenderPage {
  // Rendering is computing on one thread: more at once would only make all of them late.
  const { handleWithNext, siteUrl, atOnce = 8, waitingLimit = 500, timeLimit = 10_000 } = options;
  const inTurn = createTurns({ atOnce, waitingLimit });
  const { host, protocol } = new URL(siteUrl);
  const headers = {
    host,
    'x-forwarded-proto': protocol.slice(0, -1),
    'x-forwarded-host': host,
    'user-agent': 'page-server',
    accept: 'text/html,*/*',
  };

  return async ({ path, query }) => {
    const url = query === '' ? encodePath(path) : `${encodePath(path)}?${query}`;
    return inTurn(() => withinTime(timeLimit, url, () => injectRequest(url)));
  };

  async function injectRequest(url: string): Promise<RenderedResponse> {
    const answer = await inject(
      (request, response) => {
        // The stand-ins are complete as far as Next's handler looks at them.
        const [incoming, outgoing] = [request as unknown as IncomingMessage, response as ServerResponse];
        handleWithNext(incoming, outgoing).catch((error: unknown) => outgoing.destroy(error as Error));
      },
      { method: 'GET', url, headers },
    );
    return { status: answer.statusCode, headers: answer.headers, body: answer.rawPayload };
  }
}

async function withinTime<Value>(limit: number, url: string, work: () => Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Rendering ${url} took longer than ${limit} ms.`)), limit);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
