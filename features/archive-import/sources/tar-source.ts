import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Extract, extract, type Header } from 'tar-stream';
import { decodeName, leadsOutside } from '@/features/archive-import/sources/archive-names';
import { fileKindOf, reasonFor } from '@/features/archive-import/sources/file-kinds';
import { findParts, firstPagesOf, isFurtherPart } from '@/features/archive-import/sources/parts';
import { insidePath } from '@/features/archive-import/sources/paths-inside';
import { largestFile, readLimited, tooLarge } from '@/features/archive-import/sources/read-limited';
import type { FoundEntry, Source } from '@/features/archive-import/sources/source';
import { largestPicture } from '@/lib/picture';
import { PlainError } from '@/lib/problems';

/** A stream of the library's own kind; as a sequence of bytes it is like any other. */
type TarEntry = AsyncIterable<Uint8Array> & { header: Header; resume(): unknown; destroyed: boolean };

const damaged = '压缩包从这里起已损坏或不完整，后面的文件没有读取。请重新打包后再导入';

/** What the pictures of an archive may take on disk while it is read. */
const mostSpooled = 20 * 1024 ** 3;

/**
 * A tar archive, compressed or not. It can only be read from its start to its end, and a page comes before or
 * after its pictures: so it is read twice, and pictures and further parts are laid aside the first time.
 */
export async function openTar(file: string, name: string, isCompressed: boolean): Promise<Source> {
  const spool = await mkdtemp(path.join(tmpdir(), 'chengxun-import-'));
  const { names, beside, total } = await lookThrough(file, isCompressed, spool).catch(
    async (error: unknown) => {
      await rm(spool, { recursive: true });
      throw error;
    },
  );
  const exists = (inside: string) => names.has(inside);

  async function* entries(): AsyncGenerator<FoundEntry> {
    const unpacked = unpack(file, isCompressed);
    try {
      for await (const entry of unpacked) {
        yield* look(entry);
        // Whoever did not want it; the next header comes behind it.
        if (!entry.destroyed) entry.resume();
      }
    } catch {
      yield { kind: 'skipped', path: '', reason: damaged };
    } finally {
      unpacked.destroy();
    }
  }

  async function* look(entry: TarEntry): AsyncGenerator<FoundEntry> {
    const { header } = entry;
    if (header.type === 'directory') return;
    const written = nameOf(header);
    const kind = fileKindOf(written);
    const inside = insidePath(written);
    if (inside === undefined) {
      yield { kind: 'skipped', path: shown(written), reason: leadsOutside };
      return;
    }
    if (kind === 'ignored' || kind === 'picture') return;
    const isPlain = header.type === 'file' || header.type === 'contiguous-file';
    const reason = isPlain ? reasonFor(kind) : '不是普通文件（链接或设备），没有读取';
    if (reason !== undefined) {
      yield { kind: 'skipped', path: inside, reason };
      return;
    }
    if (await isFurtherPart(inside, exists)) return;
    yield {
      kind: 'file',
      path: inside,
      size: header.size ?? 0,
      parts: await findParts(inside, exists),
      async read() {
        if ((header.size ?? 0) > largestFile) throw new PlainError(tooLarge);
        return readLimited(entry, largestFile);
      },
      stream: async () => Readable.from(wholly(entry)),
    };
  }

  return {
    name,
    isSequential: true,
    total,
    entries,
    async find(wanted, largest) {
      const spooled = beside.get(insidePath(wanted) ?? '');
      if (spooled === undefined) return undefined;
      const found = await stat(spooled);
      return found.size > largest ? undefined : readFile(spooled);
    },
    close: () => rm(spool, { recursive: true, force: true }),
  };
}

type Looked = {
  /** Numbered pages, and the pages that may be their first ones. */
  names: Set<string>;
  /** Where the files lie that others ask for. */
  beside: Map<string, string>;
  total: number;
};

async function lookThrough(file: string, isCompressed: boolean, spool: string): Promise<Looked> {
  const names = new Set<string>();
  const beside = new Map<string, string>();
  let total = 0;
  let spooled = 0;
  const unpacked = unpack(file, isCompressed);
  try {
    for await (const entry of unpacked) {
      const { header } = entry;
      const inside = insidePath(nameOf(header));
      const kind = inside === undefined ? 'ignored' : fileKindOf(inside);
      const size = header.size ?? 0;
      const isNumbered = inside !== undefined && kind === 'page' && firstPagesOf(inside).length > 0;
      if (header.type === 'file' && kind === 'page') total += 1;
      if (inside !== undefined && kind === 'page' && /[^/]{1,200}\.[a-z]+$/iu.test(inside)) names.add(inside);
      const isWanted = header.type === 'file' && (isNumbered || kind === 'picture');
      if (inside !== undefined && isWanted && size <= largestPicture && spooled + size <= mostSpooled) {
        const aside = path.join(spool, createHash('sha256').update(inside).digest('hex'));
        await writeFile(aside, await readLimited(entry, largestPicture));
        beside.set(inside, aside);
        spooled += size;
      } else entry.resume();
    }
  } catch (error) {
    if (error instanceof PlainError) throw error;
    // Met again, and told, where the reading comes to it.
  } finally {
    unpacked.destroy();
  }
  return { names: namesThatMatter(names), beside, total };
}

/** Only numbered pages and their first ones; a million other names would take 100 MB for nothing. */
function namesThatMatter(names: Set<string>): Set<string> {
  const kept = new Set<string>();
  for (const name of names) {
    for (const first of firstPagesOf(name)) {
      if (!names.has(first)) continue;
      kept.add(first);
      kept.add(name);
    }
  }
  return kept;
}

function unpack(file: string, isCompressed: boolean): AsyncIterable<TarEntry> & { destroy(): void } {
  // Bytes as they are: only the name's own bytes tell its encoding.
  // The types do not know the option.
  const unpacked: Extract = extract({ filenameEncoding: 'latin1' } as Parameters<typeof extract>[0]);
  const input = createReadStream(file);
  // Errors reach whoever reads the entries.
  if (isCompressed) pipeline(input, createGunzip(), unpacked, () => undefined);
  else pipeline(input, unpacked, () => undefined);
  return unpacked as unknown as AsyncIterable<TarEntry> & { destroy(): void };
}

/** A name of a pax header is UTF-8 and was decoded; any other came byte by byte. */
function nameOf({ name, pax }: Header): string {
  const isDecoded = typeof pax === 'object' && pax !== null && 'path' in pax;
  return isDecoded ? name : decodeName(Buffer.from(name, 'latin1'));
}

/** The bytes of an entry. Whoever stops early must not end it: the library would end the whole archive with it. */
async function* wholly(entry: TarEntry): AsyncGenerator<Uint8Array> {
  const bytes = entry[Symbol.asyncIterator]();
  let next = await bytes.next();
  try {
    for (; !next.done; next = await bytes.next()) yield next.value;
  } finally {
    while (!next.done) next = await bytes.next();
  }
}

function shown(name: string): string {
  return name.replaceAll(/\p{Cc}/gu, '?').slice(0, 300);
}
