import { Parser } from 'htmlparser2';

/** An element of a page with the lines it spans: those from `start` up to `end`. */
export type PageElement = {
  tag: string;
  /** Its class and id in lower case, for weak hints. */
  names: string;
  parent: PageElement | undefined;
  isCentred: boolean;
  depth: number;
  start: number;
  end: number;
};

export type HtmlLine = {
  text: string;
  /** The text with a blank wherever an inline element begins or ends: the parts of a meta line. */
  parted: string;
  /** Characters that stand in links. */
  linked: number;
  /** The texts of the links, for trails without separators. */
  links: string[];
  isStrong: boolean;
  /** Whether it follows a centred box with markup but no text: a picture stood there that was not saved. */
  followsGap: boolean;
  element: PageElement;
};

export type HtmlPicture = {
  address: string;
  alt: string;
  /** The line before which it stands. */
  line: number;
  width: number;
};

export type ScannedPage = {
  lines: HtmlLine[];
  elements: PageElement[];
  pictures: HtmlPicture[];
  title: string;
  /** Contents of meta elements by name, property or itemprop in lower case. */
  metas: Map<string, string[]>;
  canonical: string;
  jsonLd: string[];
};

/** htmlparser2 needs a time that grows with the square of the depth; no page of a newsroom is this deep. */
const deepest = 2000;
const mostElements = 300_000;

export class UnreadableHtml extends Error {}

const inline = new Set(
  'a abbr acronym b basefont bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr founder-content'.split(
    ' ',
  ),
);
/** Inside these no text is what a reader reads. */
const silent = new Set(
  'script style noscript template textarea select option button svg canvas object applet map iframe'.split(
    ' ',
  ),
);
const plainInline = new Set('b strong sub sup wbr img nobr'.split(' '));
const empty = new Set(
  'area base br col embed frame hr img input link meta param source track wbr'.split(' '),
);
const partMark = '\u0001';

/**
 * Reads HTML in one pass, without recursion: its lines of text, the elements that span them, pictures and
 * what its head says. Throws UnreadableHtml with a Chinese reason where the page is too deep or too large.
 */
export function scanHtml(html: string): ScannedPage {
  const scan = new Scan();
  const parser = new Parser(scan, {
    decodeEntities: true,
    lowerCaseTags: true,
    lowerCaseAttributeNames: true,
  });
  // In pieces, so that a refusal comes before the rest is read.
  for (let at = 0; at < html.length; at += 65_536) parser.write(html.slice(at, at + 65_536));
  parser.end();
  return scan.finish();
}

class Scan {
  private readonly root: PageElement = {
    tag: '#document',
    names: '',
    parent: undefined,
    isCentred: false,
    depth: 0,
    start: 0,
    end: 0,
  };
  private readonly page: ScannedPage = {
    lines: [],
    elements: [this.root],
    pictures: [],
    title: '',
    metas: new Map(),
    canonical: '',
    jsonLd: [],
  };
  private current = this.root;
  private depth = 0;
  private silentDepth = 0;
  private linkDepth = 0;
  private strongDepth = 0;
  private isTitle = false;
  private isPre = false;
  private json: string | undefined;
  private text: string[] = [];
  private linked = 0;
  private plain = 0;
  private strong = 0;
  private links: string[] = [];
  private hasGap = false;
  private hasInline = false;
  /** Silenced by their style rather than by their name; their ends are found by depth. */
  private readonly hidden: number[] = [];

  onopentag(tag: string, attributes: Record<string, string>): void {
    if (!empty.has(tag)) this.depth += 1;
    if (this.depth > deepest) throw new UnreadableHtml(`标签嵌套超过 ${deepest} 层`);
    if (silent.has(tag)) this.silentDepth += 1;
    else if (!empty.has(tag) && isHidden(attributes)) {
      this.hidden.push(this.depth);
      this.silentDepth += 1;
    }
    if (tag === 'meta') this.addMeta(attributes);
    if (tag === 'link' && /\bcanonical\b/iu.test(attributes.rel ?? '')) {
      this.page.canonical ||= attributes.href ?? '';
    }
    if (tag === 'script' && /ld\+json/iu.test(attributes.type ?? '')) this.json = '';
    if (tag === 'title' && this.page.title === '') this.isTitle = true;
    if (this.silentDepth > 0) return;
    if (tag === 'a') {
      this.linkDepth += 1;
      this.links.push('');
    }
    if (tag === 'b' || tag === 'strong') this.strongDepth += 1;
    if (tag === 'pre') this.isPre = true;
    if (tag === 'img') this.addPicture(attributes);
    if (tag === 'br' || tag === 'hr' || !inline.has(tag)) this.flush();
    else if (!plainInline.has(tag)) this.text.push(partMark);
    if (!empty.has(tag) && !inline.has(tag)) this.open(tag, attributes);
  }

  onclosetag(tag: string): void {
    if (empty.has(tag)) return;
    this.closeSilence(tag);
    this.depth -= 1;
    if (tag === 'title') this.isTitle = false;
    if (this.silentDepth > 0) return;
    if (tag === 'a') this.linkDepth = Math.max(0, this.linkDepth - 1);
    if (tag === 'b' || tag === 'strong') this.strongDepth = Math.max(0, this.strongDepth - 1);
    if (tag === 'pre') this.isPre = false;
    if (inline.has(tag)) {
      this.hasInline = true;
      if (!plainInline.has(tag)) this.text.push(partMark);
      return;
    }
    if (this.current.tag !== tag) return;
    this.flush();
    const { isCentred: isCentredBox, start } = this.current;
    if (isCentredBox && this.hasInline && start === this.page.lines.length) this.hasGap = true;
    this.current.end = this.page.lines.length;
    this.current = this.current.parent ?? this.root;
  }

  private closeSilence(tag: string): void {
    if (silent.has(tag)) {
      this.silentDepth -= 1;
      if (this.json !== undefined) this.page.jsonLd.push(this.json);
      this.json = undefined;
    } else if (this.hidden.at(-1) === this.depth) {
      this.hidden.pop();
      this.silentDepth -= 1;
      // Its own opening was never counted below.
    }
  }

  ontext(text: string): void {
    if (this.json !== undefined) this.json += text;
    if (this.isTitle) {
      this.page.title += text;
      return;
    }
    if (this.silentDepth > 0) return;
    const pieces = this.isPre ? text.split('\n') : [text];
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) this.flush();
      this.text.push(piece);
      const size = piece.trim().length;
      this.plain += size;
      if (this.strongDepth > 0) this.strong += size;
      if (this.linkDepth === 0) continue;
      this.linked += size;
      if (this.links.length > 0) this.links[this.links.length - 1] += piece;
    }
  }

  finish(): ScannedPage {
    this.flush();
    // The end of input closes nothing that was opened without an end.
    for (const element of this.page.elements) {
      if (element.end < element.start || element === this.root) element.end = this.page.lines.length;
    }
    return this.page;
  }

  private open(tag: string, attributes: Record<string, string>): void {
    const { elements, lines } = this.page;
    if (elements.length > mostElements) throw new UnreadableHtml(`网页里的标签超过 ${mostElements} 个`);
    const names = `${attributes.class ?? ''} ${attributes.id ?? ''}`.slice(0, 200).toLowerCase();
    this.current = {
      tag,
      names,
      parent: this.current,
      isCentred: tag === 'center' || isCentred(attributes),
      depth: this.current.depth + 1,
      start: lines.length,
      end: -1,
    };
    elements.push(this.current);
    this.hasInline = false;
  }

  private flush(): void {
    const joined = this.text.join('');
    const { linked, plain, strong, links } = this;
    this.text = [];
    this.linked = 0;
    this.plain = 0;
    this.strong = 0;
    this.links = this.linkDepth > 0 ? [''] : [];
    const text = cleaned(joined.replaceAll(partMark, ''));
    if (text === '') return;
    this.page.lines.push({
      text,
      parted: cleaned(joined.replaceAll(partMark, ' ')),
      linked: Math.min(linked, text.length),
      links: links.map(cleaned).filter((one) => one !== ''),
      isStrong: strong > 0 && strong >= plain * 0.9,
      followsGap: this.hasGap,
      element: this.current,
    });
    this.hasGap = false;
  }

  private addMeta(attributes: Record<string, string>): void {
    const content = attributes.content ?? '';
    for (const key of [attributes.name, attributes.property, attributes.itemprop]) {
      if (key === undefined || content === '') continue;
      const name = key.toLowerCase();
      const known = this.page.metas.get(name);
      if (known === undefined) this.page.metas.set(name, [content]);
      else known.push(content);
    }
  }

  private addPicture(attributes: Record<string, string>): void {
    const lazy = attributes['data-original'] ?? attributes['data-src'] ?? attributes['data-url'];
    const address = (lazy ?? attributes.src ?? '').trim();
    if (address === '' || address.startsWith('data:') || address.length > 2000) return;
    this.page.pictures.push({
      address,
      alt: cleaned(attributes.alt ?? ''),
      line: this.page.lines.length + (this.plain > 0 ? 1 : 0),
      width: Number.parseInt(attributes.width ?? '', 10) || 0,
    });
  }
}

function isCentred({ align = '', style = '' }: Record<string, string>): boolean {
  return align.toLowerCase() === 'center' || /text-align\s*:\s*center/iu.test(style);
}

function isHidden(attributes: Record<string, string>): boolean {
  return /display\s*:\s*none/iu.test(attributes.style ?? '') || 'hidden' in attributes;
}

/** Blanks of layout and typed indents are no text; lone surrogates and control signs cannot be stored. */
export function cleaned(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\uFEFF\u200B-\u200F\u202A-\u202E\u2060\u00AD]/gu, '')
    .replaceAll(/(?:(?!\u3000)[\s\p{Cc}])+/gu, ' ')
    .replaceAll(/^[\s\u3000]+|[\s\u3000]+$/gu, '');
}
