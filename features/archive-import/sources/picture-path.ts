import path from 'node:path';
import { insidePath } from '@/features/archive-import/sources/paths-inside';

/**
 * Where a picture of a page would lie in the same source: beside the page as a browser saves it, or under the
 * folder of its host as a mirror does. Undefined where the address can be no file of the source.
 */
export function picturePath(pagePath: string, address: string): string | undefined {
  const written = decoded(address.trim().replace(/[?#].*$/su, ''));
  if (written === undefined || written === '' || /^(?:data|javascript|file|blob):/iu.test(written))
    return undefined;
  const host = /^(?:https?:)?\/\/(?<rest>[^/]+\/.+)$/iu.exec(written)?.groups?.rest;
  if (host !== undefined) return insidePath(host);
  // From the root of the site: mirrors keep it under the first folder, the host's.
  if (written.startsWith('/')) {
    const first = pagePath.split('/', 1)[0]!;
    return insidePath(
      /\.[a-z]{2,}$/iu.test(first) && pagePath.includes('/') ? first + written : written.slice(1),
    );
  }
  return insidePath(path.posix.join(path.posix.dirname(pagePath), written));
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
