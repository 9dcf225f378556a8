/**
 * Pictures that previews of our pages show and that pages themselves do not: the headline drawn where there is no
 * photograph, and photographs in the shapes that search engines ask for. A page only names them; each is drawn when
 * somebody first asks for it, and kept. The address holds what it is made of, so it never changes its content.
 */
export type ShareSize = { width: number; height: number };

/** The large preview, and the square one that messengers show beside a line of text. */
export const wideShare: ShareSize = { width: 1200, height: 630 };
export const squareShare: ShareSize = { width: 800, height: 800 };

/** 16:9, 4:3 and 1:1, as Google asks for the pictures of an article. */
export const cropShapes = [
  { width: 1200, height: 675 },
  { width: 1200, height: 900 },
  { width: 1200, height: 1200 },
] as const satisfies ShareSize[];

export type ShareSubject = 'article' | 'section';

/** `hash` stands for the words in the picture. */
export function wordPictureAddress(subject: ShareSubject, id: number, hash: string, size: ShareSize): string {
  return `/share/${subject}/${id}/${hash}-${size.width}x${size.height}.jpg`;
}

export function cropAddress(
  { contentHash, focalX, focalY }: { contentHash: string; focalX: number; focalY: number },
  size: ShareSize,
): string {
  return `/share/picture/${contentHash}/${focalX}-${focalY}-${size.width}x${size.height}.jpg`;
}

/** The shapes that a picture has room for without being blown up, in the widths it has. */
export function cropsOf({ width, height }: ShareSize): ShareSize[] {
  return cropShapes.map((shape) => {
    const scale = Math.min(1, width / shape.width, height / shape.height);
    return { width: Math.round(shape.width * scale), height: Math.round(shape.height * scale) };
  });
}

export type ShareRequest =
  | { kind: 'words'; subject: ShareSubject; id: number; hash: string; size: ShareSize }
  | { kind: 'crop'; contentHash: string; focalX: number; focalY: number; size: ShareSize };

/** What an address below /share/ asks for; undefined for every other. */
export function readShareAddress(path: string): ShareRequest | undefined {
  const words =
    /^\/share\/(article|section)\/([1-9]\d{0,14})\/([0-9a-f]{32})-(\d{3,4})x(\d{3,4})\.jpg$/u.exec(path);
  if (words !== null) {
    const [, subject, id, hash, width, height] = words;
    const size = [wideShare, squareShare].find(
      (one) => `${one.width}x${one.height}` === `${width}x${height}`,
    );
    return size && { kind: 'words', subject: subject as ShareSubject, id: Number(id), hash: hash!, size };
  }
  const crop = /^\/share\/picture\/([0-9a-f]{64})\/(\d{1,3})-(\d{1,3})-(\d{1,4})x(\d{1,4})\.jpg$/u.exec(path);
  if (crop === null) return undefined;
  const [, contentHash, focalX, focalY, width, height] = crop;
  const size = { width: Number(width), height: Number(height) };
  return { kind: 'crop', contentHash: contentHash!, focalX: Number(focalX), focalY: Number(focalY), size };
}
