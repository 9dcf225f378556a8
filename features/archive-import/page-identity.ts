import { createHash } from 'node:crypto';

/**
 * What a page is known by in a second import: its address, or its text where it has none of its own. Many
 * templates name the front page as the address of every page: such an address tells nothing.
 */
export function identityOf(address: string, lines: string[]): string {
  if (namesOneArticle(address)) return `address:${new URL(address).host}${pathOf(address)}`;
  const text = lines.map((line) => line.replaceAll(/\s+/gu, ' ')).join('\n');
  return `sha256:${createHash('sha256').update(text.normalize('NFC')).digest('hex')}`;
}

/** Whether an absolute address can belong to a single article: a front page or a section's does not. */
export function namesOneArticle(address: string): boolean {
  if (address === '' || !URL.canParse(address)) return false;
  const { pathname, search } = new URL(address);
  return /\d/u.test(search) || /\d|\.s?html?$|\.aspx?$|\.php$|\.jsp$/iu.test(withoutIndex(pathname));
}

/** Path and query of an address as people see them, for the table of redirects. */
export function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  try {
    return decodeURIComponent(pathname) + search;
  } catch {
    return pathname + search;
  }
}

function withoutIndex(pathname: string): string {
  return pathname.replace(/(?:index|default|home)\.\w+$/iu, '');
}
