/**
 * The whole of a body that was announced with `length` bytes, or undefined when it is longer or shorter; then
 * the rest is not read. Whether so many bytes are welcome, the caller decides beforehand.
 */
export async function readUpload(
  body: ReadableStream<Uint8Array> | null,
  length: number,
): Promise<Buffer | undefined> {
  // One block, filled as it comes: pieces to be joined at the end would take twice the memory.
  const content = Buffer.alloc(length);
  if (body === null) return length === 0 ? content : undefined;
  const source = body.getReader();
  let received = 0;
  for (;;) {
    const { done, value } = await source.read();
    if (done) return received === length ? content : undefined;
    if (received + value.length > length) {
      await source.cancel();
      return undefined;
    }
    content.set(value, received);
    received += value.length;
  }
}
