import { crc32, deflateRawSync } from 'node:zlib';
import { pack } from 'tar-stream';

export type ZipFile = {
  name: string | Buffer;
  content: string | Buffer;
  /** What the headers say instead of the truth. */
  announced?: Partial<{ size: number; crc: number; flags: number }>;
  /** As Unix has it: 0o120777 is a link. */
  mode?: number;
  isStored?: boolean;
};

/** A zip archive, byte by byte: what a library would never write has to be written here. */
export function buildZip(files: ZipFile[]): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { name, content, announced = {}, mode = 0o100644, isStored = false } of files) {
    const bytes = Buffer.from(content);
    const packed = isStored ? bytes : deflateRawSync(bytes);
    const nameBytes = Buffer.from(name);
    const { size = bytes.length, crc = crc32(bytes), flags = 0 } = announced;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(isStored ? 0 : 8, 4);
    fields.writeUInt32LE(crc, 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(size, 18);
    fields.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, nameBytes, packed]);
    const head = Buffer.alloc(46);
    head.write('PK\u0001\u0002', 'latin1');
    // Made on Unix: only then the mode counts.
    head.writeUInt16LE((3 << 8) | 20, 4);
    fields.copy(head, 6, 0, 24);
    head.writeUInt32LE((mode << 16) >>> 0, 38);
    head.writeUInt32LE(offset, 42);
    list.push(head, nameBytes);
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
}

export type TarFile = {
  name: string;
  content?: string | Buffer;
  type?: 'symlink' | 'fifo';
  linkname?: string;
};

export async function buildTar(files: TarFile[]): Promise<Buffer> {
  const archive = pack();
  for (const { name, content = '', type, linkname } of files) {
    if (type === undefined) archive.entry({ name }, Buffer.from(content));
    else archive.entry({ name, type, linkname });
  }
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A tar archive whose one name has bytes of another encoding, which no library writes. */
export async function tarNamed(name: Buffer, content: string): Promise<Buffer> {
  const placeholder = 'x'.repeat(name.length);
  const archive = await buildTar([{ name: placeholder, content }]);
  name.copy(archive, 0);
  // The sum over the header, its own eight bytes counted as blanks.
  archive.fill(0x20, 148, 156);
  const sum = archive.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  archive.write(`${sum.toString(8).padStart(6, '0')}\u0000 `, 148, 'latin1');
  return archive;
}
