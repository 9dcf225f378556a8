/**
 * A picture as the page needs it. The files are derived from the content hash and the width, so that
 * neither a row nor a page has to list them, and an address never changes its content.
 */
export type Picture = {
  contentHash: string;
  width: number;
  height: number;
  /** Whether it is also kept as AVIF; pictures of earlier releases and of imports are not. */
  hasAvif: boolean;
  alt: string;
  credit: string;
  /** Where to look when a layout crops: percent from the left and from the top. */
  focalX: number;
  focalY: number;
};

const standardWidths = [400, 800, 1200, 1600];

/** The widths a picture is kept in: the standard ones below its own, and the largest useful one. */
export function pictureWidths(originalWidth: number): number[] {
  const largest = Math.min(originalWidth, standardWidths.at(-1)!);
  return [...standardWidths.filter((width) => width < largest), largest];
}

/** The one JPEG beside the others: for link previews and readers that know nothing newer. */
export function fallbackWidth(originalWidth: number): number {
  return Math.min(originalWidth, 1200);
}

export type PictureFormat = 'avif' | 'webp' | 'jpg';

/** Path of the file below the media folder; also its address below `/media/`. */
export function pictureFile(contentHash: string, width: number, format: PictureFormat): string {
  return `${contentHash.slice(0, 2)}/${contentHash.slice(2)}-${width}.${format}`;
}

/** Every name that pictureFile can make, and nothing else. */
export const pictureFilePattern = /^[0-9a-f]{2}\/[0-9a-f]{62}-\d{1,5}\.(avif|webp|jpg)$/u;

export function pictureAddress(contentHash: string, width: number, format: PictureFormat): string {
  return `/media/${pictureFile(contentHash, width, format)}`;
}

/** What may be uploaded. */
export type OriginalFormat = 'jpeg' | 'png' | 'webp' | 'gif';

/**
 * Where the original is kept. It carries whatever the camera wrote into it, the place for one, and is never
 * sent to anybody: pictureFilePattern does not match it.
 */
export function originalFile(contentHash: string, format: OriginalFormat): string {
  const extension = format === 'jpeg' ? 'jpg' : format;
  return `originals/${contentHash.slice(0, 2)}/${contentHash.slice(2)}.${extension}`;
}

/** The largest file that may be uploaded, in bytes. */
export const largestPicture = 20 * 1024 * 1024;

/** A picture as the desk handles it, with what editors say about it. */
export type DeskPicture = Picture & {
  id: number;
  fileName: string;
  rights: string;
};
