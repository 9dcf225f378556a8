import { createHash } from 'node:crypto';
import type { SharePictureWords } from '@/features/share-pictures/draw-process';
import { type ShareSize, wordPictureAddress } from '@/lib/share-picture';

/** Raised when the drawing changes: what was drawn before keeps its name and its content. */
const drawingVersion = 1;

type Trail = readonly { name: string }[];

/** An article's headline, under the names of portal and section. */
export function wordsOfArticle(headline: string, trail: Trail): SharePictureWords {
  const siteName = trail[0]!.name;
  const label = trail.length > 1 ? trail.at(-1)!.name : '';
  return { headline, label, siteName };
}

/** A section's own name; that of the portal for its front page. */
export function wordsOfSection(trail: Trail): SharePictureWords {
  return { headline: trail.at(-1)!.name, label: '', siteName: trail.length > 1 ? trail[0]!.name : '' };
}

/** Stands for the words in the picture's address: other words are another picture. */
export function shareHash(words: SharePictureWords): string {
  const { headline, label, siteName } = words;
  const text = JSON.stringify([drawingVersion, headline, label, siteName]);
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

export function articleShareAddress(
  articleId: number,
  headline: string,
  trail: Trail,
  size: ShareSize,
): string {
  return wordPictureAddress('article', articleId, shareHash(wordsOfArticle(headline, trail)), size);
}

export function sectionShareAddress(sectionId: number, trail: Trail, size: ShareSize): string {
  return wordPictureAddress('section', sectionId, shareHash(wordsOfSection(trail)), size);
}
