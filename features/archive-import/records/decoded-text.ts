import type { Readable } from 'node:stream';
import { decodePage } from '@/features/archive-import/decode-page';

/** Enough to tell the encodings apart. */
const sample = 256 * 1024;

/** A stream of bytes as text, in the encoding that its first part shows. Pieces end anywhere. */
export async function* decodedText(stream: Readable): AsyncGenerator<string> {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const first: Buffer[] = [];
  let length = 0;
  while (length < sample) {
    const next = await chunks.next();
    if (next.done) break;
    first.push(next.value);
    length += next.value.length;
  }
  const start = Buffer.concat(first);
  const decoder = new TextDecoder(encodingOf(start));
  yield decoder.decode(start, { stream: true });
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    yield decoder.decode(next.value, { stream: true });
  }
  yield decoder.decode();
}

/** The sample may end within a character: only up to its last line end is looked at. */
function encodingOf(start: Buffer): string {
  const end = start.length < sample ? start.length : start.lastIndexOf(0x0a) + 1 || start.length;
  return decodePage(start.subarray(0, end)).encoding;
}
