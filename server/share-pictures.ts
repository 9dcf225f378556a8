import type { IncomingMessage, ServerResponse } from 'node:http';
import { findSharePicture } from '@/features/share-pictures/find-share-picture';
import { OverloadError } from '@/lib/turns';
import type { SendError } from '@/server/error-document';
import { createRepresentation, sendRepresentation } from '@/server/representation';

export const shareAddress = '/share/';

/** Sends the pictures that previews of our pages show; each is drawn when it is first asked for. */
export function createSendSharePicture({
  headers,
  sendError,
}: {
  headers: readonly string[];
  sendError: SendError;
}) {
  return async function sendSharePicture(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
  ): Promise<void> {
    try {
      const body = await findSharePicture(path);
      if (body === undefined) return sendError(request, response, 404);
      const contentType = 'image/jpeg';
      const all = [...headers, 'Content-Type', contentType];
      const found = await createRepresentation({ status: 200, body, contentType, headers: all });
      return sendRepresentation(request, response, found);
    } catch (error) {
      if (!(error instanceof OverloadError)) throw error;
      return sendError(request, response, 503, { headers: ['Retry-After', '5'] });
    }
  };
}
