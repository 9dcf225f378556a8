import type { IncomingMessage, ServerResponse } from 'node:http';
import send from 'send';
import { pictureFilePattern } from '@/lib/picture';

export const mediaAddress = '/media/';

type Parts = {
  folder: string;
  headers: readonly string[];
  onMissing: (request: IncomingMessage, response: ServerResponse) => void;
};

const contentTypes = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' } as const;

/** Sends pictures. Only names that features/media makes are looked for on disk, with the type that they say. */
export function createSendMedia({ folder, headers, onMissing }: Parts) {
  return function sendMedia(request: IncomingMessage, response: ServerResponse, path: string): void {
    const name = path.slice(mediaAddress.length);
    const format = pictureFilePattern.exec(name)?.[1] as keyof typeof contentTypes | undefined;
    if (format === undefined) {
      onMissing(request, response);
      return;
    }
    const stream = send(request, name, { root: folder, cacheControl: false, index: false, dotfiles: 'deny' });
    stream.on('headers', () => {
      for (let index = 0; index < headers.length; index += 2) {
        response.setHeader(headers[index]!, headers[index + 1]!);
      }
      response.setHeader('Content-Type', contentTypes[format]);
    });
    stream.on('directory', () => onMissing(request, response));
    stream.on('error', () => onMissing(request, response));
    stream.pipe(response);
  };
}
