import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants, setPriority } from 'node:os';
import type * as openType from 'opentype.js';
import type { Font, PathCommand } from 'opentype.js';
import sharp from 'sharp';
import { breakLines } from './break-lines.ts';

/*
 * A process that draws share pictures: reading fonts and turning glyphs into paths would hold up the one
 * thread that answers readers. Node runs this file as it stands, so it imports packages and its neighbour,
 * which imports nothing. Messages in: DrawingOrder; out: Drawing. It ends when the parent lets go of it.
 */
export type SharePictureWords = {
  headline: string;
  /** Above the headline: the section. */
  label: string;
  siteName: string;
};

/** A picture cut to another shape, with the point that must stay in it: percent from the left and the top. */
export type Crop = { original: Uint8Array; focalX: number; focalY: number };

export type DrawingOrder = {
  id: number;
  subject: { words: SharePictureWords } | { crop: Crop };
  width: number;
  height: number;
};
export type Drawing = { id: number } & ({ content: Uint8Array } | { reason: string });

setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
sharp.cache(false);

const paper = '#fbfaf6';
const ink = '#1d1b19';
const red = '#a5281b';
const grey = '#5d574f';

const fontFolder = '@fontsource/noto-serif-sc';
const require = createRequire(import.meta.url);
// Its file for imports names its exports in a way that Node does not see.
const { parse } = require('opentype.js') as typeof openType;

/** Which file of the font holds which characters: the package cuts it into a hundred pieces. */
const subsets = Object.entries(require(`${fontFolder}/unicode.json`) as Record<string, string>).map(
  ([key, ranges]) => ({ name: key.replaceAll(/[[\]]/gu, ''), ranges: rangesOf(ranges) }),
);
// Latin letters stand in several pieces; the one that is made for them comes first.
subsets.sort((one, other) => Number(other.name === 'latin') - Number(one.name === 'latin'));

function rangesOf(text: string): [number, number][] {
  return text.split(',').map((range) => {
    const [from = '', to = from] = range.trim().replace(/^U\+/iu, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}

/** A parsed piece takes about a megabyte; headlines of one day need a few dozen. */
const mostFonts = 40;
const fonts = new Map<string, Font>();

function fontFor(codePoint: number): Font | undefined {
  for (const { name, ranges } of subsets) {
    if (!ranges.some(([from, to]) => codePoint >= from && codePoint <= to)) continue;
    const font = fonts.get(name) ?? read(name);
    // The latest used last, so that the first is the one to let go.
    fonts.delete(name);
    fonts.set(name, font);
    if (fonts.size > mostFonts) fonts.delete(fonts.keys().next().value!);
    if (font.charToGlyphIndex(String.fromCodePoint(codePoint)) > 0) return font;
  }
  return undefined;
}

function read(name: string): Font {
  const file = readFileSync(require.resolve(`${fontFolder}/files/noto-serif-sc-${name}-700-normal.woff`));
  return parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer);
}

/** 〓 stands for a character that the font lacks, as printers do; pictographs are left out. */
function drawable(text: string): string {
  return [...text.normalize('NFC')]
    .map((character) => {
      if (
        /\p{Extended_Pictographic}|[\p{C}\p{M}\p{Emoji_Modifier}]/u.test(character) &&
        !/\d/u.test(character)
      )
        return '';
      if (/\s/u.test(character)) return ' ';
      return fontFor(character.codePointAt(0)!) === undefined ? '〓' : character;
    })
    .join('')
    .trim();
}

/** In ems. */
function advance(character: string): number {
  const font = fontFor(character.codePointAt(0)!);
  if (font === undefined) return character === ' ' ? 0.3 : 1;
  return (font.charToGlyph(character).advanceWidth ?? font.unitsPerEm) / font.unitsPerEm;
}

const measureIn = (size: number) => (text: string) =>
  [...text].reduce((width, character) => width + advance(character) * size, 0);

function pathOf(text: string, left: number, baseline: number, size: number): string {
  let x = left;
  let path = '';
  for (const character of text) {
    const font = fontFor(character.codePointAt(0)!);
    if (font !== undefined) path += font.getPath(character, x, baseline, size).commands.map(written).join('');
    x += advance(character) * size;
  }
  return path;
}

/** opentype.js has a writer of its own, whose output for long headlines broke off in the middle. */
function written(command: PathCommand): string {
  const at = (...numbers: number[]) => numbers.map((number) => number.toFixed(1)).join(' ');
  switch (command.type) {
    case 'M':
    case 'L':
      return command.type + at(command.x, command.y);
    case 'Q':
      return `Q${at(command.x1, command.y1, command.x, command.y)}`;
    case 'C':
      return `C${at(command.x1, command.y1, command.x2, command.y2, command.x, command.y)}`;
    case 'Z':
      return 'Z';
    default:
      return command satisfies never;
  }
}

function drawing({ headline, label, siteName }: SharePictureWords, width: number, height: number): string {
  const margin = Math.round(width * 0.07);
  const isSquare = height > width * 0.8;
  const mostLines = isSquare ? 5 : 3;
  let size = Math.round(width * (isSquare ? 0.085 : 0.068));
  const small = Math.round(size * 0.44);
  const inner = width - 2 * margin;
  const oneLine = (text: string) =>
    breakLines(drawable(text), { width: inner, mostLines: 1, measure: measureIn(small) })[0] ?? '';
  const brokenLines = () =>
    breakLines(drawable(headline), { width: inner, mostLines, measure: measureIn(size) });
  let lines = brokenLines();
  if (lines.length === mostLines) {
    // As many lines as there may be need air between the section and the rule.
    size = Math.round(size * 0.9);
    lines = brokenLines();
  }
  const lineHeight = Math.round(size * 1.36);
  const footTop = height - Math.round(margin * 0.75) - small;
  const middle = (margin + small * 1.6 + footTop - small) / 2;
  // Chinese glyphs reach from 0.88 above the baseline to 0.12 below it.
  const firstBaseline = middle - ((lines.length - 1) * lineHeight) / 2 + size * 0.38;
  const paths = lines.map((line, index) => pathOf(line, margin, firstBaseline + index * lineHeight, size));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="${paper}"/>
<rect width="${width}" height="${Math.round(margin / 6)}" fill="${red}"/>
<path fill="${red}" d="${pathOf(oneLine(label), margin, margin + small, small)}"/>
<path fill="${ink}" d="${paths.join('')}"/>
<rect x="${margin}" y="${footTop - small}" width="${inner}" height="2" fill="${red}"/>
<path fill="${grey}" d="${pathOf(oneLine(siteName), margin, footTop + small, small)}"/>
</svg>`;
}

async function draw({ subject, width, height }: DrawingOrder): Promise<Uint8Array> {
  if ('words' in subject) {
    return sharp(Buffer.from(drawing(subject.words, width, height)))
      .jpeg({ quality: 80, progressive: true })
      .toBuffer();
  }
  const { original, focalX, focalY } = subject.crop;
  const picture = sharp(original);
  const found = await picture.metadata();
  // As much of the picture as has this shape, around the focal point as far as the edges let it.
  const scale = Math.min(found.width / width, found.height / height);
  const box = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const offset = (focal: number, whole: number, part: number) =>
    Math.round(Math.max(0, Math.min(whole - part, (whole * focal) / 100 - part / 2)));
  return picture
    .extract({
      left: offset(focalX, found.width, box.width),
      top: offset(focalY, found.height, box.height),
      ...box,
    })
    .resize(width, height)
    .jpeg({ quality: 82, progressive: true })
    .toBuffer();
}

// A parent that died, or has no more to draw, must not leave this behind.
process.on('disconnect', () => process.exit(0));
process.on('message', (order: DrawingOrder) => {
  draw(order)
    .then((content): Drawing => ({ id: order.id, content }))
    .catch((error: unknown): Drawing => ({ id: order.id, reason: String(error) }))
    .then((answer) => process.send?.(answer))
    .catch(() => process.exit(1));
});
