import { constants, setPriority } from 'node:os';
import sharp, { type Sharp } from 'sharp';

/*
 * A process of its own for one picture: decoders read what strangers made, so they run where a crash, a
 * bomb or an endless loop hurts nobody and where the parent can end them. Node runs this file as it stands
 * (encode-picture.ts says why), so it imports packages and nothing of ours.
 *
 * stdin: the original. Messages out: FromEncoder; in: ToEncoder, once the head was judged.
 */
export type ToEncoder = {
  widths: number[];
  fallbackWidth: number;
  isAvifWanted: boolean;
};

export type EncodedFile = { width: number; format: 'avif' | 'webp' | 'jpg'; content: Uint8Array };

export type FromEncoder =
  /** What the file says of itself; width and height as seen, after turning. */
  | { kind: 'head'; width: number; height: number; isProgressive: boolean }
  /** WebP and JPEG are there; AVIF, which takes longest, is begun. */
  | { kind: 'decoded'; files: EncodedFile[] }
  | { kind: 'avif'; files: EncodedFile[] }
  | { kind: 'refused'; reason: string };

/** The length of the original, and the largest number of pixels. */
const [byteCount = 0, limitInputPixels = 0] = process.argv.slice(2).map(Number);

// Readers come first: encoding takes what processor time they leave.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
  ],
});
sharp.cache(false);
// A parent that died must not leave an encoder behind.
process.on('disconnect', () => process.exit(1));

type Pixels = { data: Buffer; info: { width: number; height: number; channels: 1 | 2 | 3 | 4 } };

/** How to put right what Exif says of a picture: turned clockwise by so much, then mirrored. */
const ways: Record<number, { turn: number; isMirrored: boolean }> = {
  2: { turn: 0, isMirrored: true },
  3: { turn: 180, isMirrored: false },
  4: { turn: 180, isMirrored: true },
  5: { turn: 90, isMirrored: true },
  6: { turn: 90, isMirrored: false },
  7: { turn: 270, isMirrored: true },
  8: { turn: 270, isMirrored: false },
};

try {
  await encode(await readStandardInput());
} catch (error) {
  await tell({ kind: 'refused', reason: error instanceof Error ? error.message : String(error) });
}
process.disconnect();

async function encode(original: Buffer): Promise<void> {
  // Only the first frame; a damaged or cut file is an error and not a half-grey picture.
  const open = () => sharp(original, { limitInputPixels, failOn: 'error', pages: 1, sequentialRead: true });
  const { autoOrient, orientation = 1, isProgressive } = await open().metadata();
  await tell({ kind: 'head', width: autoOrient.width, height: autoOrient.height, isProgressive });
  const { widths, fallbackWidth, isAvifWanted } = await hear();

  // Decoded once, into the largest size that is kept; everything else is made from these pixels. The output
  // carries neither metadata nor profile: its colours are converted to sRGB. Turned only when it is small:
  // turning needs all pixels in memory (277 MB for a JPEG of 50 megapixels instead of 203 MB).
  const isOnItsSide = orientation >= 5;
  const largest = Math.max(...widths);
  const decoded = await open()
    .resize(isOnItsSide ? { height: largest } : { width: largest })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixels = await upright(decoded, orientation);
  const scaled = (width: number): Sharp => {
    const whole = ofPixels(pixels);
    return width === pixels.info.width ? whole : whole.resize({ width });
  };

  const files: EncodedFile[] = [];
  for (const width of widths) {
    // At full effort a strip of 1600 by 16,000 would take all of its five seconds.
    const effort = pixels.info.width * pixels.info.height > 6_000_000 ? 2 : 4;
    const content = await scaled(width).webp({ quality: 74, effort }).toBuffer();
    files.push({ width, format: 'webp', content });
  }
  const content = await scaled(fallbackWidth)
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 78, progressive: true })
    .toBuffer();
  files.push({ width: fallbackWidth, format: 'jpg', content });
  await tell({ kind: 'decoded', files });

  if (!isAvifWanted) return;
  const avif: EncodedFile[] = [];
  for (const width of widths) {
    const content = await scaled(width)
      .avif({ quality: 55, effort: 3, chromaSubsampling: '4:2:0' })
      .toBuffer();
    avif.push({ width, format: 'avif', content });
  }
  await tell({ kind: 'avif', files: avif });
}

async function upright(pixels: Pixels, orientation: number): Promise<Pixels> {
  const way = ways[orientation];
  if (way === undefined) return pixels;
  const turned = await ofPixels(pixels).rotate(way.turn).raw().toBuffer({ resolveWithObject: true });
  return way.isMirrored ? ofPixels(turned).flop().raw().toBuffer({ resolveWithObject: true }) : turned;
}

function ofPixels({ data, info: { width, height, channels } }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels }, limitInputPixels });
}

/** Into one block: pieces to be joined at the end would take twice the memory. */
async function readStandardInput(): Promise<Buffer> {
  const original = Buffer.alloc(byteCount);
  let received = 0;
  for await (const part of process.stdin as AsyncIterable<Buffer>) received += part.copy(original, received);
  return original.subarray(0, received);
}

/** Resolves when the message has left this process. */
function tell(message: FromEncoder): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send!(message, undefined, {}, (error: Error | null) => (error ? reject(error) : resolve()));
  });
}

function hear(): Promise<ToEncoder> {
  return new Promise((resolve) => {
    process.once('message', (message) => resolve(message as ToEncoder));
  });
}
