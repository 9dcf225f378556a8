import type { IncomingMessage, ServerResponse } from 'node:http';
import { largestPicture } from '@/lib/picture';

/** The one entrance for pictures, which are sent as they are and not as a form. */
export const pictureEntrance = '/desk/pictures';

/** Enough for any form. */
const largestForm = 1024 * 1024;

/** In bytes. `path` is without query, as it was judged. */
export function largestBodyAt(path: string): number {
  return path === pictureEntrance ? largestPicture : largestForm;
}

const checkingInterval = 1000;

type Limits = {
  /** A form has to be there within this many milliseconds; a picture may take longer, but not pause longer. */
  timeForBody: number;
  endLate: (request: IncomingMessage, response: ServerResponse) => void;
};

/**
 * Ends a request whose body comes too slowly. A picture of 20 MB takes minutes on a slow line, so there it is
 * enough that something arrives; and while an upload waits for its turn, it is not the sender who pauses.
 */
export function watchBody(
  request: IncomingMessage,
  response: ServerResponse,
  { timeForBody, endLate }: Limits,
): void {
  if (!hasBody(request)) return;
  const { socket } = request;
  const mayTakeLonger = request.url === pictureEntrance;
  let deadline = performance.now() + timeForBody;
  let received = socket.bytesRead;
  const watch = setInterval(
    () => {
      if (request.complete || socket.destroyed) {
        clearInterval(watch);
        return;
      }
      const now = performance.now();
      const isMoving = socket.bytesRead > received || request.readableLength >= request.readableHighWaterMark;
      received = socket.bytesRead;
      if (mayTakeLonger && isMoving && !response.writableEnded) deadline = now + timeForBody;
      if (now < deadline) return;
      clearInterval(watch);
      endLate(request, response);
    },
    Math.min(checkingInterval, timeForBody / 4),
  );
  watch.unref();
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
