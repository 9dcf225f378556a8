import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** In the order of preference among codings that a client likes equally well. */
export const contentCodings = ['br', 'gzip', 'identity'] as const;

export type ContentCoding = (typeof contentCodings)[number];

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/**
 * Brotli effort. 10 is the first that searches thoroughly: 10 to 15 % smaller than 5 for some 4 ms of a helper
 * thread; 11 wins 3 % more and takes more than twice as long (docs/decisions/0002).
 */
const pageEffort = 10;
/** A sitemap of megabytes would keep the helper thread busy for seconds. */
const largeEffort = 5;
const large = 256 * 1024;

export function pageEffortFor(byteCount: number): number {
  return byteCount > large ? largeEffort : pageEffort;
}

/** Assets are compressed once for as long as the process lives. */
export const assetEffort = 11;

export async function brotli(body: Buffer, effort: number): Promise<Buffer> {
  return compressBrotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: effort,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}

export async function gzipped(body: Buffer): Promise<Buffer> {
  return compressGzip(body, { level: constants.Z_BEST_COMPRESSION });
}

const smallestWorthwhile = 256;

export function isWorthCompressing(contentType: string, byteCount: number): boolean {
  return (
    byteCount >= smallestWorthwhile &&
    /^(?:text\/|application\/(?:json|javascript|manifest\+json|xml)|[^;]+\+(?:json|xml)|image\/x-icon)/u.test(
      contentType,
    )
  );
}

/** Browsers send a handful of different values; what an attacker invents must not pile up. */
const rememberedLimit = 200;
const remembered = new Map<string, ContentCoding>();

/** The coding a client wants most (RFC 9110 §12.5.3); identity when it says nothing or nothing usable. */
export function preferredCoding(acceptEncoding: string | undefined): ContentCoding {
  if (acceptEncoding === undefined) return 'identity';
  const known = remembered.get(acceptEncoding);
  if (known !== undefined) return known;
  const preferred = mostWanted(acceptEncoding);
  if (remembered.size >= rememberedLimit) remembered.clear();
  remembered.set(acceptEncoding, preferred);
  return preferred;
}

function mostWanted(acceptEncoding: string): ContentCoding {
  const weights = new Map<string, number>();
  for (const part of acceptEncoding.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    weights.set(name === 'x-gzip' ? 'gzip' : name, weight === undefined ? 1 : weightOf(weight));
  }
  const others = weights.get('*') ?? 0;
  let best: ContentCoding = 'identity';
  // Unless it is mentioned, identity is acceptable but wanted least.
  let bestWeight = weights.get('identity') ?? 0;
  for (const coding of ['gzip', 'br'] as const) {
    const weight = weights.get(coding) ?? others;
    if (weight > 0 && weight >= bestWeight) {
      best = coding;
      bestWeight = weight;
    }
  }
  return best;
}

function weightOf(text: string): number {
  // A weight that is none counts as a refusal: better an uncompressed page than an unreadable one.
  return /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/u.test(text) ? Number(text) : 0;
}
