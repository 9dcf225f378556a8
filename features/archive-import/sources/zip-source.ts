import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { decodeName, leadsOutside } from '@/features/archive-import/sources/archive-names';
import { type FileKind, fileKindOf, reasonFor } from '@/features/archive-import/sources/file-kinds';
import { findParts, firstPagesOf, isFurtherPart } from '@/features/archive-import/sources/parts';
import { insidePath } from '@/features/archive-import/sources/paths-inside';
import { largestFile, readLimited, tooLarge } from '@/features/archive-import/sources/read-limited';
import type { FoundEntry, Source } from '@/features/archive-import/sources/source';
import { PlainError } from '@/lib/problems';

const damaged = '压缩包已损坏或不完整。请重新下载或重新打包';

/**
 * A zip archive, read from its list of contents; nothing is unpacked to disk. What a header announces is not
 * believed: bytes are counted and their sum is checked while they come.
 */
export async function openZip(file: string, name: string): Promise<Source> {
  const { beside, total } = await lookThrough(file);
  const zip = await openEntries(file);
  const exists = (inside: string) => beside.has(inside);

  async function* entries(): AsyncGenerator<FoundEntry> {
    const listed = await openEntries(file);
    try {
      for await (const entry of listed.eachEntry()) yield* look(entry);
    } catch (error) {
      yield { kind: 'skipped', path: '', reason: `${damaged}（${messageOf(error)}）` };
    } finally {
      listed.close();
    }
  }

  async function* look(entry: Entry): AsyncGenerator<FoundEntry> {
    const written = nameOf(entry);
    if (written.endsWith('/')) return;
    const kind = fileKindOf(written);
    const inside = insidePath(written);
    if (inside === undefined) {
      yield { kind: 'skipped', path: shown(written), reason: leadsOutside };
      return;
    }
    if (kind === 'ignored' || kind === 'picture') return;
    const reason = isLink(entry) ? '不是普通文件（链接），没有读取' : reasonFor(kind);
    if (reason !== undefined) {
      yield { kind: 'skipped', path: inside, reason };
      return;
    }
    if (await isFurtherPart(inside, exists)) return;
    const parts = await findParts(inside, exists);
    yield {
      kind: 'file',
      path: inside,
      size: entry.uncompressedSize,
      parts,
      read: () => contentOf(zip, entry, largestFile),
      stream: () => streamOf(zip, entry),
    };
  }

  return {
    name,
    isSequential: false,
    total,
    entries,
    async find(wanted, largest) {
      const entry = beside.get(insidePath(wanted) ?? '');
      return entry === undefined ? undefined : contentOf(zip, entry, largest).catch(() => undefined);
    },
    close: async () => zip.close(),
  };
}

/** Pictures and numbered pages: what other files of the archive may ask for. More would need too much memory. */
const mostBeside = 300_000;

/** The files that others ask for, and how many pages there are. Both passes read the list only, no content. */
async function lookThrough(file: string): Promise<{ beside: Map<string, Entry>; total: number }> {
  const { size } = await stat(file);
  const beside = new Map<string, Entry>();
  const firsts = new Set<string>();
  let total = 0;
  let compressed = 0;
  await eachListed(file, (inside, kind, entry) => {
    compressed += entry.compressedSize;
    // More in it than it is long: the files lie over each other, and unpacking would never end.
    if (compressed > size) throw new PlainError('压缩包里的文件互相重叠，可能是恶意文件，没有打开');
    if (kind === 'page') total += 1;
    const first = kind === 'page' ? firstPagesOf(inside) : [];
    for (const one of first) firsts.add(one);
    if ((kind === 'picture' || first.length > 0) && beside.size < mostBeside) beside.set(inside, slim(entry));
  });
  if (firsts.size > 0) {
    await eachListed(file, (inside, _kind, entry) => {
      if (firsts.has(inside)) beside.set(inside, slim(entry));
    });
  }
  return { beside, total };
}

async function eachListed(
  file: string,
  work: (inside: string, kind: FileKind, entry: Entry) => void,
): Promise<void> {
  const zip = await openEntries(file);
  try {
    for await (const entry of zip.eachEntry()) {
      const inside = insidePath(nameOf(entry));
      if (inside !== undefined && !inside.endsWith('/')) work(inside, fileKindOf(inside), entry);
    }
  } catch (error) {
    // Damage in the list is met again, and told, when the files are read.
    if (error instanceof PlainError) throw error;
  } finally {
    zip.close();
  }
}

async function openEntries(file: string): Promise<ZipFile> {
  const options = { autoClose: false, lazyEntries: true, decodeStrings: false, validateEntrySizes: true };
  return openPromise(file, options).catch((error: unknown) => {
    throw new PlainError(`${damaged}（${messageOf(error)}）`);
  });
}

/** Without the buffers of its header, which would keep the whole list in memory. */
function slim(entry: Entry): Entry {
  const { compressedSize, uncompressedSize, compressionMethod, crc32: sum } = entry;
  const { relativeOffsetOfLocalHeader, generalPurposeBitFlag, externalFileAttributes } = entry;
  return Object.assign(Object.create(Object.getPrototypeOf(entry) as object) as Entry, {
    compressedSize,
    uncompressedSize,
    compressionMethod,
    crc32: sum,
    relativeOffsetOfLocalHeader,
    generalPurposeBitFlag,
    externalFileAttributes,
  });
}

/** With decodeStrings off the library gives bytes where its types say text. */
function nameOf(entry: Entry): string {
  return decodeName(entry.fileName as unknown as Buffer, (entry.generalPurposeBitFlag & 0x800) !== 0);
}

/** Made on Unix, and a link there. */
function isLink({ versionMadeBy, externalFileAttributes }: Entry): boolean {
  return versionMadeBy >> 8 === 3 && ((externalFileAttributes >>> 16) & 0o170000) === 0o120000;
}

async function streamOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  if (entry.isEncrypted()) throw new PlainError('文件加了密码，无法读取。请解密后再导入');
  return zip.openReadStreamPromise(entry).catch((error: unknown) => {
    throw new PlainError(`${unreadable}（${messageOf(error)}）`);
  });
}

async function contentOf(zip: ZipFile, entry: Entry, largest: number): Promise<Buffer> {
  if (entry.uncompressedSize > largest) throw new PlainError(tooLarge);
  const content = await readLimited(await streamOf(zip, entry), largest).catch((error: unknown) => {
    throw error instanceof PlainError ? error : new PlainError(`${unreadable}（${messageOf(error)}）`);
  });
  if (crc32(content) !== entry.crc32) throw new PlainError(unreadable);
  return content;
}

const unreadable = '文件在压缩包里已损坏';

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Names are shown as they are, without what would move the cursor of a terminal. */
function shown(name: string): string {
  return name.replaceAll(/\p{Cc}/gu, '?').slice(0, 300);
}
