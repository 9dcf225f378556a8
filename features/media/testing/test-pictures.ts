import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Builders of pictures, good and hostile; all of them made here. */

const blue = { r: 20, g: 80, b: 160 };

export function jpeg(width = 900, height = 600): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: blue } })
    .jpeg()
    .toBuffer();
}

/** Noise, so that no two seeds give the same file and nothing packs to nothing. */
export function noisyPng(seed: number, size = 200): Promise<Buffer> {
  const noise = Buffer.alloc(size * size * 3);
  let state = seed + 1;
  for (let index = 0; index < noise.length; index += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    noise[index] = state >>> 24;
  }
  return sharp(noise, { raw: { width: size, height: size, channels: 3 } })
    .png()
    .toBuffer();
}

/** With a place, a camera and words in it, as phones write them. */
export function jpegWithPlace(): Promise<Buffer> {
  return sharp({ create: { width: 600, height: 400, channels: 3, background: blue } })
    .withExif({
      IFD0: { Make: 'SecretCamera', Artist: 'SecretPerson' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 0/1', GPSLongitudeRef: 'E' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secretWords/></x:xmpmeta>')
    .jpeg()
    .toBuffer();
}

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, tail]);
}

/** A PNG that says it is so large, and holds so many rows of zeros in truth. */
export function pngThatSays(width: number, height: number, rows = height): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // One bit per pixel, grey.
  header[8] = 1;
  const row = Buffer.alloc(1 + Math.ceil(width / 8));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(Array<Buffer>(rows).fill(row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** An animation of so many frames of two by two pixels; the first is black, all others are white. */
export function gifOf(frames: number): Buffer {
  const head = Buffer.from('GIF89a\x02\x00\x02\x00\x80\x00\x00\x00\x00\x00\xFF\xFF\xFF', 'latin1');
  const frame = (bits: string) =>
    Buffer.from(`\x2C\x00\x00\x00\x00\x02\x00\x02\x00\x00\x02${bits}\x00`, 'latin1');
  // LZW of four pixels of colour 0, and of colour 1.
  const black = frame('\x03\x04\x02\x05');
  const white = frame('\x03\x4C\x12\x05');
  return Buffer.concat([head, black, ...Array<Buffer>(frames - 1).fill(white), Buffer.from(';')]);
}

/** What the decoders must not even be asked about. */
export async function foreignPictures(): Promise<Record<string, Buffer>> {
  const picture = sharp({ create: { width: 20, height: 20, channels: 3, background: blue } });
  const box = (brand: string) =>
    Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from(`ftyp${brand}\0\0\0\0mif1${brand}`, 'latin1'),
      Buffer.alloc(100),
    ]);
  return {
    SVG: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>'),
    'SVG behind a line': Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'),
    HEIC: box('heic'),
    AVIF: await picture.clone().avif().toBuffer(),
    TIFF: await picture.clone().tiff().toBuffer(),
    PDF: Buffer.from('%PDF-1.7\n1 0 obj'),
    HTML: Buffer.from('<!DOCTYPE html><script>alert(1)</script>'),
    'nothing known': Buffer.from('just words'),
  };
}
