import type { PublishedArticle } from '@/features/articles/find-published-article';
import { articleShareAddress, sectionShareAddress } from '@/features/share-pictures/share-words';
import { fallbackWidth, type Picture, pictureAddress } from '@/lib/picture';
import { cropAddress, cropsOf, type ShareSize, squareShare, wideShare } from '@/lib/share-picture';

export type ShareImage = ShareSize & { url: string; alt: string };
export type ShareImages = { wide: ShareImage; square: ShareImage };

/** Smaller photographs are shown as a thumbnail or not at all: then the headline is drawn. */
const smallest: ShareSize = { width: 600, height: 315 };

type Trail = readonly { name: string }[];

/** What previews of an article show: its first photograph that is large enough, else its headline drawn. */
export function shareImagesOf(
  { id, headline, pictures }: Pick<PublishedArticle, 'id' | 'headline' | 'pictures'>,
  trail: Trail,
  siteUrl: string,
): ShareImages {
  const picture = firstLarge(pictures.values());
  if (picture !== undefined) {
    const [, , square] = cropsOf(jpegSize(picture));
    return {
      wide: { url: jpegAddress(picture, siteUrl), ...jpegSize(picture), alt: picture.alt || headline },
      square: { url: siteUrl + cropAddress(picture, square!), ...square!, alt: picture.alt || headline },
    };
  }
  const drawn = (size: ShareSize) => ({
    url: siteUrl + articleShareAddress(id, headline, trail, size),
    ...size,
    alt: headline,
  });
  return { wide: drawn(wideShare), square: drawn(squareShare) };
}

/** The same for a section and, with the portal's own, for the front page. */
export function shareImagesOfSection(sectionId: number, trail: Trail, siteUrl: string): ShareImages {
  const drawn = (size: ShareSize) => ({
    url: siteUrl + sectionShareAddress(sectionId, trail, size),
    ...size,
    alt: trail.at(-1)!.name,
  });
  return { wide: drawn(wideShare), square: drawn(squareShare) };
}

/** The pictures of an article in the three shapes that search engines ask for; one of them 1,200 pixels wide. */
export function searchImagesOf(article: PublishedArticle, trail: Trail, siteUrl: string): ShareImage[] {
  const picture = firstLarge(article.pictures.values());
  const { wide, square } = shareImagesOf(article, trail, siteUrl);
  if (picture === undefined) return [wide, square];
  const crops = cropsOf(jpegSize(picture)).map((size) => ({
    url: siteUrl + cropAddress(picture, size),
    ...size,
    alt: picture.alt,
  }));
  const isLarge = crops.some(({ width }) => width >= wideShare.width);
  const drawn = {
    url: siteUrl + articleShareAddress(article.id, article.headline, trail, wideShare),
    ...wideShare,
  };
  return isLarge ? crops : [...crops, { ...drawn, alt: article.headline }];
}

function firstLarge(pictures: Iterable<Picture>): Picture | undefined {
  for (const picture of pictures) {
    const { width, height } = jpegSize(picture);
    if (width >= smallest.width && height >= smallest.height) return picture;
  }
  return undefined;
}

function jpegSize({ width, height }: Picture): ShareSize {
  const kept = fallbackWidth(width);
  return { width: kept, height: Math.round((height * kept) / width) };
}

/** The one file of a picture that every reader of links knows. */
export function jpegAddress({ contentHash, width }: Picture, siteUrl: string): string {
  return siteUrl + pictureAddress(contentHash, fallbackWidth(width), 'jpg');
}
