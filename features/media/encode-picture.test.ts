import { execFileSync } from 'node:child_process';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { type EncodedPicture, encodePicture, usePortalRoot } from '@/features/media/encode-picture';
import {
  foreignPictures,
  gifOf,
  jpeg,
  jpegWithPlace,
  noisyPng,
  pngThatSays,
} from '@/features/media/testing/test-pictures';

async function encoded(original: Buffer, withAvif = false): Promise<EncodedPicture> {
  const result = await encodePicture(original, { withAvif });
  if (!result.ok) throw new Error(result.message);
  return result.picture;
}

async function refusalOf(original: Buffer): Promise<string> {
  const result = await encodePicture(original);
  return result.ok ? 'accepted' : result.message;
}

const contentOf = ({ files }: EncodedPicture, format: string, width: number) =>
  Buffer.from(files.find((file) => file.format === format && file.width === width)!.content);

/** The one colour of a picture, as its middle shows it. */
async function colourOf(picture: EncodedPicture): Promise<number[]> {
  const file = contentOf(picture, 'webp', picture.width);
  const { dominant } = await sharp(file).stats();
  return [dominant.r, dominant.g, dominant.b];
}

test('a picture is kept as AVIF, WebP and JPEG in the widths of the layouts', async () => {
  const picture = await encoded(await jpeg(900, 600), true);
  expect(picture).toMatchObject({ format: 'jpeg', width: 900, height: 600, hasAvif: true });
  const kept = await Promise.all(
    picture.files.map(async ({ width, format, content }) => {
      const { format: actual, width: actualWidth, height } = await sharp(Buffer.from(content)).metadata();
      return { file: `${width}.${format}`, is: `${actual} ${actualWidth}x${height}` };
    }),
  );
  expect(kept).toEqual([
    { file: '400.webp', is: 'webp 400x267' },
    { file: '800.webp', is: 'webp 800x533' },
    { file: '900.webp', is: 'webp 900x600' },
    { file: '900.jpg', is: 'jpeg 900x600' },
    { file: '400.avif', is: 'heif 400x267' },
    { file: '800.avif', is: 'heif 800x533' },
    { file: '900.avif', is: 'heif 900x600' },
  ]);
});

test('the place, the camera and all other words of the file are gone', async () => {
  const original = await jpegWithPlace();
  expect((await sharp(original).metadata()).exif).toBeDefined();
  expect(original.toString('latin1')).toContain('SecretCamera');
  for (const { content } of (await encoded(original, true)).files) {
    const { exif, xmp, icc, iptc } = await sharp(Buffer.from(content)).metadata();
    expect({ exif, xmp, icc, iptc }).toEqual({});
    expect(Buffer.from(content).toString('latin1')).not.toMatch(/secret/iu);
  }
});

test('what hangs on after the picture is not kept', async () => {
  const tail = '<html><script>alert("polyglot")</script>';
  const original = Buffer.concat([await jpeg(), Buffer.from(tail)]);
  for (const { content } of (await encoded(original, true)).files) {
    expect(Buffer.from(content).toString('latin1')).not.toMatch(/script|polyglot/u);
  }
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('a picture with the note %i of a camera stands upright', async (note) => {
  // Red in one corner tells all eight apart.
  const corner = await sharp({ create: { width: 100, height: 60, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  const original = await sharp({ create: { width: 300, height: 200, channels: 3, background: 'blue' } })
    .composite([{ input: corner, left: 0, top: 0 }])
    .withMetadata({ orientation: note })
    .png()
    .toBuffer();
  const expected = await sharp(original)
    .autoOrient()
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const picture = await encoded(original);
  expect(picture).toMatchObject({ width: expected.info.width, height: expected.info.height });
  const file = contentOf(picture, 'webp', picture.width);
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  for (const [x, y] of [
    [10, 10],
    [info.width - 10, 10],
    [10, info.height - 10],
    [info.width - 10, info.height - 10],
  ] as const) {
    const at = (y * info.width + x) * 3;
    const isRed = (pixels: Buffer) => pixels[at]! > pixels[at + 2]!;
    expect(`${x},${y} ${isRed(data)}`).toBe(`${x},${y} ${isRed(expected.data)}`);
  }
});

test('colours of a wider space become those of sRGB', async () => {
  const wide = await sharp({ create: { width: 50, height: 50, channels: 3, background: '#40a040' } })
    .withIccProfile('p3')
    .png()
    .toBuffer();
  const plain = await sharp({ create: { width: 50, height: 50, channels: 3, background: '#40a040' } })
    .png()
    .toBuffer();
  // The same colour, written in the other space, so both must look alike again.
  expect(await sharp(wide).raw().toBuffer()).not.toEqual(await sharp(plain).raw().toBuffer());
  expect(await colourOf(await encoded(wide))).toEqual(await colourOf(await encoded(plain)));
});

test('sixteen bits, a palette, grey and transparency are all readable', async () => {
  const base = sharp({ create: { width: 64, height: 64, channels: 4, background: '#ff000080' } });
  for (const original of [
    await base.clone().toColourspace('rgb16').png().toBuffer(),
    await base.clone().png({ palette: true }).toBuffer(),
    await base.clone().greyscale().png().toBuffer(),
    await base.clone().webp().toBuffer(),
    await base.clone().gif().toBuffer(),
    await base.clone().flatten().toColourspace('cmyk').jpeg().toBuffer(),
  ]) {
    expect(await encoded(original)).toMatchObject({ width: 64, height: 64 });
  }
});

test('of an animation of ten thousand frames the first is kept', async () => {
  const original = gifOf(10_000);
  expect((await sharp(original, { pages: -1 }).metadata()).pages).toBe(10_000);
  const picture = await encoded(original);
  expect(picture).toMatchObject({ format: 'gif', width: 2, height: 2 });
  expect((await sharp(contentOf(picture, 'webp', 2)).metadata()).pages).toBeUndefined();
  expect(await colourOf(picture)).toEqual([8, 8, 8]);
});

test('four hundred megapixels are refused, however small the file', async () => {
  const bomb = pngThatSays(20_000, 20_000);
  expect(bomb.length).toBeLessThan(60_000);
  expect(await refusalOf(bomb)).toBe('图片的像素太多（超过 5000 万）。请缩小尺寸后再上传。');
});

test('a header that says more rows than there are is refused, and one of absurd size', async () => {
  expect(await refusalOf(pngThatSays(5000, 5000, 10))).toMatch(/已损坏或不完整/u);
  expect(await refusalOf(pngThatSays(2_000_000_000, 2_000_000_000, 1))).toMatch(/像素太多|已损坏/u);
});

test('more than fifty megapixels are too many, and so is a strip no format can hold', async () => {
  expect(await refusalOf(pngThatSays(10_000, 5001))).toMatch(/像素太多/u);
  expect(await refusalOf(pngThatSays(1000, 20_000))).toMatch(/图片太长/u);
});

test('a file of more than 20 MB is refused', async () => {
  const original = Buffer.concat([await jpeg(), Buffer.alloc(20 * 1024 * 1024)]);
  expect(await refusalOf(original)).toBe('图片超过 20 MB。请压缩或缩小后再上传。');
});

test.each(['jpeg', 'png', 'webp', 'gif'] as const)('a %s that was cut off is refused', async (format) => {
  const whole = await sharp(await noisyPng(7, 300))
    .toFormat(format)
    .toBuffer();
  expect(await refusalOf(whole.subarray(0, Math.floor(whole.length * 0.6)))).toMatch(/已损坏或不完整/u);
});

test('a head and nothing behind it is refused', async () => {
  expect(await refusalOf(Buffer.from('\xFF\xD8\xFF\xE0', 'latin1'))).toMatch(/已损坏/u);
});

test('other formats are refused by their content, with what to do instead', async () => {
  const sentence = '这个文件不是可用的图片。请另存为 JPEG、PNG、WebP 或 GIF 后再上传。';
  const pictures = Object.entries(await foreignPictures());
  const answers = await Promise.all(pictures.map(async ([name, one]) => [name, await refusalOf(one)]));
  expect(answers).toEqual(pictures.map(([name]) => [name, sentence]));
});

test('a foreign format behind the first bytes of ours reaches no decoder', async () => {
  const { TIFF, SVG, AVIF } = await foreignPictures();
  for (const foreign of [TIFF!, SVG!, AVIF!]) {
    const disguised = Buffer.concat([Buffer.from('GIF89a', 'latin1'), foreign]);
    expect(await refusalOf(disguised)).toMatch(/已损坏/u);
  }
});

test('an encoder that takes too long is ended', async () => {
  const result = await encodePicture(await jpeg(4000, 3000), { timeForDecoding: 1 });
  expect(result).toMatchObject({ ok: false, kind: 'file', message: expect.stringMatching(/时间太长/u) });
  await expect.poll(() => encoderMemory().length).toBe(0);
});

test('an encoder that cannot start is an error and not a damaged picture', async () => {
  usePortalRoot('/nowhere');
  try {
    await expect(encodePicture(await jpeg())).rejects.toThrow('did not start');
  } finally {
    usePortalRoot(process.cwd());
  }
});

test('this process goes on while pictures are encoded, two at a time, in little memory', async () => {
  const originals = await Promise.all(Array.from({ length: 6 }, (_, seed) => noisyPng(seed, 1000)));
  let ticks = 0;
  let mostAtOnce = 0;
  let mostMemory = 0;
  const ticking = setInterval(() => {
    ticks += 1;
    const memory = encoderMemory();
    mostAtOnce = Math.max(mostAtOnce, memory.length);
    mostMemory = Math.max(
      mostMemory,
      memory.reduce((sum, one) => sum + one, 0),
    );
  }, 20);
  await Promise.all(
    [...originals, pngThatSays(20_000, 20_000), gifOf(10_000)].map((one) => encodePicture(one)),
  );
  clearInterval(ticking);
  expect(ticks).toBeGreaterThan(10);
  expect(mostAtOnce).toBe(2);
  expect(mostMemory).toBeLessThan(300 * 1024 ** 2);
  await expect.poll(() => encoderMemory().length).toBe(0);
}, 90_000);

/** Resident bytes of each running encoder of this process. */
function encoderMemory(): number[] {
  const listed = execFileSync('ps', ['-o', 'rss=,args=', '--ppid', String(process.pid)]).toString();
  return listed
    .split('\n')
    .filter((line) => line.includes('encoder-process'))
    .map((line) => Number.parseInt(line, 10) * 1024);
}
