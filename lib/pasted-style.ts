/** What an element means for the text in it; everything else that a style says is dropped. */
export type Style = {
  isStrong: boolean;
  isEmphasis: boolean;
  href: string | undefined;
  isHidden: boolean;
  /** Keeps its line breaks. */
  isPreformatted: boolean;
  /** Word's own bullet or number in front of a list paragraph, which is no text. */
  isBullet: boolean;
  /** A paragraph that Word shows as an item of a list. */
  isWordItem: boolean;
  /** Word's headline of the document. */
  isWordTitle: boolean;
};

/** The addresses that lib/article-body.ts takes. */
const linkAddress = /^(https?:\/\/[^\s]+|mailto:[^\s]+)$/u;

export function styleOf(
  name: string,
  attributes: Record<string, string>,
  inherited: Style | undefined,
): Style {
  const css = (attributes.style ?? '').slice(0, 5000).toLowerCase();
  const weight = /(?:^|[;\s])font-weight\s*:\s*(\w+)/u.exec(css)?.[1];
  const slant = /(?:^|[;\s])font-style\s*:\s*(\w+)/u.exec(css)?.[1];
  const isStrong =
    weight === undefined
      ? name === 'b' || name === 'strong' || (inherited?.isStrong ?? false)
      : weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  const isEmphasis =
    slant === undefined
      ? name === 'i' || name === 'em' || (inherited?.isEmphasis ?? false)
      : slant === 'italic' || slant === 'oblique';
  const href = name === 'a' ? addressOf(attributes.href) : inherited?.href;
  const list = /mso-list\s*:\s*([^;]+)/u.exec(css)?.[1] ?? '';
  return {
    isStrong,
    isEmphasis,
    href,
    isHidden: /(?:^|[;\s])display\s*:\s*none/u.test(css) || /mso-hide\s*:\s*all/u.test(css),
    isPreformatted: name === 'pre' || (inherited?.isPreformatted ?? false),
    isBullet: list.includes('ignore') || (inherited?.isBullet ?? false),
    isWordItem:
      (list !== '' && !list.includes('ignore') && list.trim() !== 'none') ||
      /\bMsoListParagraph/u.test(attributes.class ?? ''),
    isWordTitle: /\bMso(?:Title|Subtitle)\b/u.test(attributes.class ?? ''),
  };
}

function addressOf(href = ''): string | undefined {
  const address = href.trim();
  return linkAddress.test(address) && address.length <= 2000 && address.isWellFormed() ? address : undefined;
}
