import { decodePage } from '@/features/archive-import/decode-page';
import { readHtmlPage } from '@/features/archive-import/read-html-page';
import type { ReadPage } from '@/features/archive-import/read-page';
import { readPlainTextPage } from '@/features/archive-import/read-plain-text-page';
import type { Outcome } from '@/lib/problems';

/** What is known of a page before it is read. */
export type PageHints = {
  /** Its file's name without folders; its ending says whether it is HTML, its words may be the headline. */
  fileName: string;
  /** Where it was to be read; counts more than what the page says. */
  address?: string;
};

/** A page of a newsroom is a tenth of this with all its scripts; what is larger is refused before it is read. */
const largestPage = 5 * 1024 * 1024;

/**
 * Reads one page, HTML or plain text, in whatever Chinese encoding. What cannot be read comes back as problems
 * in Chinese; never throws, whatever the bytes are.
 */
export function readPage(bytes: Uint8Array, { fileName, address }: PageHints): Outcome<ReadPage> {
  const refused = refusalOf(bytes);
  if (refused !== undefined) return { ok: false, problems: [{ field: 'file', message: refused }] };
  const { text, doubts } = decodePage(bytes);
  if (text.trim() === '') return { ok: false, problems: [{ field: 'file', message: '文件是空的' }] };
  const title = fileName
    .replace(/\.[a-z\d]{1,5}$/iu, '')
    .toWellFormed()
    .trim();
  const isHtml = /\.(?:s?html?|xhtml|jsp|aspx?|php)$/iu.test(fileName) || looksLikeHtml(text);
  const read = isHtml ? readHtmlPage(text, titleHint(title)) : readPlainTextPage(text.toWellFormed(), title);
  if (!read.ok) return read;
  const page = read.value;
  return {
    ok: true,
    value: { ...page, originalUrl: address ?? page.originalUrl, doubts: [...doubts, ...page.doubts] },
  };
}

/** A saved page is called by its headline or by a number. */
function titleHint(name: string): string {
  return (name.match(/\p{sc=Han}/gu)?.length ?? 0) >= 6 ? name : '';
}

function looksLikeHtml(text: string): boolean {
  const start = text.slice(0, 4096);
  return /<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]/iu.test(start);
}

function refusalOf(bytes: Uint8Array): string | undefined {
  if (bytes.length > largestPage) return '超过 5 MB，不像是一个稿件页面';
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isWide) return undefined;
  const sample = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of sample) {
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  }
  // A few null bytes are damage; more is a picture, a program or an archive.
  return controls > Math.max(8, sample.length * 0.01) ? '不是文本文件' : undefined;
}
