import { PlainError } from '@/lib/problems';

/** The pages that newsrooms save have some hundred kilobytes, all scripts included. */
export const largestFile = 5 * 1024 * 1024;

export const tooLarge = '超过 5 MB，不像是一个稿件页面。请确认选对了文件';

/** All of a stream, or a PlainError when it is longer than it may be; counted while it comes, whatever was announced. */
export async function readLimited(stream: AsyncIterable<Uint8Array>, largest: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop ends the stream.
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > largest) throw new PlainError(tooLarge);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
