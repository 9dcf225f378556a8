/** The name of a file in an archive: UTF-8 where it is that or says so, otherwise the encoding of Chinese Windows. */
export function decodeName(bytes: Uint8Array, isUtf8 = false): string {
  const decoded = new TextDecoder('utf-8', { fatal: !isUtf8, ignoreBOM: true });
  try {
    return decoded.decode(bytes).replaceAll('\uFEFF', '');
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

export const leadsOutside = '路径指向压缩包之外，没有读取';
