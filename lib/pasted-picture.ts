import { storable } from '@/lib/pasted-text';

/** A picture of a clipboard: whole, left behind on the web, or left behind on somebody's computer. */
export type PastedPicture =
  | { kind: 'data'; dataUrl: string; alt: string }
  | { kind: 'remote'; url: string; alt: string }
  | { kind: 'local'; alt: string };

/** Undefined for what is no picture of the text: a counter's dot, a spacer, an element without an address. */
export function pictureOf(attributes: Record<string, string>): PastedPicture | undefined {
  // Editors of 公众号 and many portals load pictures late and keep the address aside.
  const address = (attributes['data-src'] ?? attributes['data-original'] ?? attributes.src ?? '').trim();
  if (address === '' || isDot(attributes)) return undefined;
  const alt = storable(attributes.alt ?? '')
    .slice(0, 300)
    .toWellFormed();
  if (/^data:image\/(?:jpeg|png|webp|gif);base64,/u.test(address))
    return { kind: 'data', dataUrl: address, alt };
  if (/^data:/iu.test(address)) return undefined;
  const url = address.startsWith('//') ? `https:${address}` : address;
  if (/^https?:\/\/[^\s]+$/u.test(url)) return { kind: 'remote', url: storable(url).slice(0, 2000), alt };
  // file: and cid: name a file of the computer that copied; javascript: and the like name nothing.
  return /^(?:file:|cid:|blob:|[a-z]:\\)/iu.test(address) ? { kind: 'local', alt } : undefined;
}

function isDot({ width, height }: Record<string, string>): boolean {
  return [width, height].some((size) => size !== undefined && Number(size) <= 2 && size.trim() !== '');
}
