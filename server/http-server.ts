import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { watchBody } from '@/server/body-limits';
import { rawError } from '@/server/error-document';

type Options = {
  handleRequest: (request: IncomingMessage, response: ServerResponse) => void;
  errorHeaders: readonly string[];
  timeForBody?: number;
};

/** Each has to arrive within this; together with the checking interval it stays below 10 s. */
const timeForHeaders = 7000;
const timeForForms = 8500;
/** For the longest upload; what each kind of body may take, body-limits.ts watches. */
const timeForRequest = 300_000;
const checkingInterval = 1000;

/** Longer than proxies keep theirs (60 s by default), so that they never write into one that we are closing. */
const keepAlive = 65_000;

/** A client that reads nothing for this long is gone. */
const idleLimit = 60_000;

/** Node's server with limits: what is slow, too large or no request at all ends by itself. */
export function createHttpServer({
  handleRequest,
  errorHeaders,
  timeForBody = timeForForms,
}: Options): Server {
  const server = createServer(
    {
      headersTimeout: timeForHeaders,
      requestTimeout: timeForRequest,
      connectionsCheckingInterval: checkingInterval,
      keepAliveTimeout: keepAlive,
      maxHeaderSize: 16 * 1024,
      // Nothing here changes protocol; a request that offers to is answered as if it had not.
      shouldUpgradeCallback: () => false,
    },
    (request, response) => {
      watchBody(request, response, { timeForBody, endLate });
      handleRequest(request, response);
    },
  );
  function endLate({ socket }: IncomingMessage, { headersSent }: ServerResponse): void {
    endWith(socket, headersSent ? undefined : rawError(408, errorHeaders));
  }
  server.setTimeout(idleLimit, (socket) => socket.destroy());
  const notAllowed = rawError(405, [...errorHeaders, 'Allow', 'GET, HEAD']);
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => endWith(socket, notAllowed));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    const status = clientErrorStatus(error.code);
    endWith(socket, status === undefined ? undefined : rawError(status, errorHeaders));
  });
  return server;
}

function clientErrorStatus(code: string | undefined): 400 | 408 | 431 | undefined {
  if (code === 'ECONNRESET' || code === 'EPIPE') return undefined;
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
}

function endWith(socket: Duplex, answer: Buffer | undefined): void {
  socket.on('error', () => socket.destroy());
  if (answer === undefined || !socket.writable) {
    socket.destroy();
    return;
  }
  // Not end(): a client that sends on and on would keep its half of the connection open.
  socket.write(answer, () => socket.destroy());
}
