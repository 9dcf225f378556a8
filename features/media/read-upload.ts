/**
 * The whole of a body of at most `limit` bytes, or undefined when it is larger; then the rest is not read.
 * The length that was said beforehand is the page server's business, this one counts.
 */
export async function readUpload(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Buffer | undefined> {
  if (body === null) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let byteCount = 0;
  const source = body.getReader();
  for (;;) {
    const { done, value } = await source.read();
    if (done) return Buffer.concat(chunks);
    byteCount += value.length;
    if (byteCount > limit) {
      await source.cancel();
      return undefined;
    }
    chunks.push(value);
  }
}
