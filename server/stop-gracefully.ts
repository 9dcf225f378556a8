import type { Server } from 'node:http';
import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export type Stopping = { isStopping: boolean };

type Options = {
  server: Server;
  stopping: Stopping;
  /** Closes what requests need, once there are none. */
  closeRest: () => Promise<void>;
  /** How long connections that stand idle may still bring a request that was already on its way. */
  quietTime?: number;
  /** Longer than the slowest permitted request; what is open after it is cut off. */
  patience?: number;
};

/**
 * Ends without failing a request: no new connections, answers carry `Connection: close`, requests that have
 * begun are finished. Closing idle connections at once, as server.close() does, would cut off clients
 * whose next request is on the wire; for a moment they are therefore left to learn it from an answer.
 */
export async function stopGracefully(options: Options): Promise<void> {
  const { server, stopping, closeRest, quietTime = 1000, patience = 12_000 } = options;
  stopping.isStopping = true;
  const closed = new Promise<void>((resolve) => {
    // The plain server's close: it stops listening and touches no connection.
    net.Server.prototype.close.call(server, () => resolve());
  });
  await Promise.race([closed, pause(quietTime)]);
  const closingIdle = setInterval(() => server.closeIdleConnections(), 100);
  const cutOff = setTimeout(() => server.closeAllConnections(), patience);
  server.closeIdleConnections();
  await closed;
  clearInterval(closingIdle);
  clearTimeout(cutOff);
  await closeRest();
}
