import { decodePage } from '@/features/archive-import/decode-page';
import { largestFile } from '@/features/archive-import/sources/read-limited';
import { identityOf } from '@/features/archive-import/page-identity';
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

/** More than this share of damaged or control characters, and the bytes are no text. */
const mostDamage = 0.02;

/**
 * Reads one page, HTML or plain text, in whatever Chinese encoding. What cannot be read comes back as problems
 * in Chinese; never throws, whatever the bytes are.
 */
export function readPage(bytes: Uint8Array, { fileName, address }: PageHints): Outcome<ReadPage> {
  const refused = refusalOf(bytes);
  if (refused !== undefined) return { ok: false, problems: [{ field: 'file', message: refused }] };
  const { text, doubts } = decodePage(bytes);
  if (text.trim() === '') return { ok: false, problems: [{ field: 'file', message: '文件是空的' }] };
  if ((text.match(/\uFFFD/gu)?.length ?? 0) > text.length * mostDamage) {
    return {
      ok: false,
      problems: [{ field: 'file', message: '文字已经损坏，不是 UTF-8、GBK 或 Big5 编码' }],
    };
  }
  const title = fileName
    .toWellFormed()
    .replace(/\.[a-z\d]{1,5}$/iu, '')
    .trim();
  const isHtml = /\.(?:s?html?|xhtml|jsp|aspx?|php)$/iu.test(fileName) || looksLikeHtml(text);
  const read = isHtml
    ? readHtmlPage(text, titleHint(title))
    : readPlainTextPage(text.replaceAll('\u0000', '').toWellFormed(), title);
  if (!read.ok) return read;
  const page = read.value;
  return {
    ok: true,
    value: {
      ...page,
      ...(address !== undefined && { address, identity: identityOf(address, textsOf(page)) }),
      doubts: [...doubts, ...page.doubts],
    },
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
  if (bytes.length > largestFile) return '超过 5 MB，不像是一个稿件页面';
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isWide) return undefined;
  const sample = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of sample) {
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  }
  // A few null bytes are damage; more is a picture, a program or an archive.
  return controls > sample.length * mostDamage ? '不是文本文件' : undefined;
}

function textsOf({ headline, blocks }: ReadPage): string[] {
  return [headline, ...blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : block.lines))];
}
