/**
 * A reader's choice of theme and text size, remembered in a cookie that public/enhance.js sets. The page is
 * sent with the choice on its root element, so that it never appears in another look first and no script has to
 * hold back the text. It is a name from a short list and says nothing about the person.
 */
const themes = ['', 'light', 'dark'];
const sizes = ['', 'small', 'large', 'huge'];

/** Every look but the default, as the cookie spells it: `dark.large`, `.small`, `dark.`. */
export const looks: ReadonlySet<string> = new Set(
  themes.flatMap((theme) => sizes.map((size) => `${theme}.${size}`)).filter((look) => look !== '.'),
);

/** The look that a request asks for; undefined for the default and for anything that is not on the list. */
export function lookOf(cookies: string | undefined): string | undefined {
  if (cookies === undefined || !cookies.includes('look=')) return undefined;
  const look = /(?:^|;\s*)look=([a-z.]*)(?:;|$)/u.exec(cookies)?.[1];
  return look !== undefined && looks.has(look) ? look : undefined;
}

/** The page in a look: the same document with the choice on its root element. */
export function inLook(html: string, look: string): string {
  const [theme, size] = look.split('.');
  const attributes = `${theme ? ` data-theme="${theme}"` : ''}${size ? ` data-size="${size}"` : ''}`;
  return html.replace('<html', `<html${attributes}`);
}

/** Pages in different looks are different entries of the cache. */
export function keyInLook(key: string, look: string | undefined): string {
  return look === undefined ? key : `${key} ${look}`;
}
