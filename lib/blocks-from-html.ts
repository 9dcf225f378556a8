import { type Handler, Parser } from 'htmlparser2';
import { articleBodySchema, type Block, blockLines, paragraph } from '@/lib/article-body';
import { PastedBlocks, type PastedBlock, type PastedPicture } from '@/lib/pasted-blocks';
import { type Style, styleOf } from '@/lib/pasted-style';
import { cutText } from '@/lib/pasted-text';

export type { PastedBlock, PastedPicture };

/** Elements that begin and end a paragraph. */
const boundaries = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** Elements of which nothing is text of an article. */
const skipped = new Set(
  'script style title template iframe object embed svg math noscript select button textarea xml audio video canvas map'.split(
    ' ',
  ),
);

/** More than this of a clipboard is no article: 20 MB. */
const longestHtml = 20 * 1024 * 1024;

type Open = { name: string; style: Style; isSkipped: boolean };

/**
 * What Word, WPS, 公众号 editors and web pages put into the clipboard, as blocks of an article: structure is
 * kept, every style but bold, emphasis and links is gone. Pictures stand where they stood, as what they are:
 * data that can be uploaded, or addresses that stayed behind. Never throws; reads each character once.
 */
export function blocksFromHtml(html: string): { blocks: PastedBlock[]; pictures: PastedPicture[] } {
  const result = new PastedBlocks();
  const open: Open[] = [];
  const style = () => open.at(-1)?.style ?? styleOf('', {}, undefined);
  const isSkipping = () => open.at(-1)?.isSkipped === true;

  const handler: Partial<Handler> = {
    onopentag(name, attributes) {
      const inherited = style();
      const own = styleOf(name, attributes, inherited);
      const isSkipped = isSkipping() || skipped.has(name) || /^(?:v|w|m):/u.test(name) || own.isHidden;
      open.push({ name, style: own, isSkipped });
      if (isSkipped) return;
      if (boundaries.has(name)) result.startBlock(name, attributes, own);
      else if (name === 'br') result.breakLine();
      else if (name === 'img') result.addPicture(attributes);
    },
    ontext(text) {
      if (isSkipping()) return;
      const now = style();
      if (now.isBullet) result.noteBullet(text);
      else result.addText(text, now);
    },
    onclosetag(name) {
      const closed = open.pop();
      if (closed === undefined || closed.isSkipped) return;
      if (boundaries.has(name)) result.endBlock(name, closed.style);
    },
  };
  const source = html.slice(0, longestHtml);
  const parser = new BoundedParser(handler, source, open, () => {
    if (!isSkipping()) result.startBlock('div', {}, style());
  });
  parser.end(source);
  const blocks = result.finish().flatMap(valid).slice(0, 5000);
  return {
    blocks,
    pictures: blocks.flatMap((block) => (block.type === 'pastedPicture' ? [block.picture] : [])),
  };
}

/** Page editors nest about forty elements; nobody means more than this. */
const deepest = 300;

/**
 * htmlparser2 keeps the open elements in an array and moves all of it at every tag: 400 KB of `<b>` took two
 * seconds, five megabytes minutes. Elements beyond the limit are passed over, their text is not.
 */
class BoundedParser extends Parser {
  readonly #html: string;
  readonly #open: Open[];

  readonly #onBoundary: () => void;

  constructor(handler: Partial<Handler>, html: string, open: Open[], onBoundary: () => void) {
    super(handler);
    this.#html = html;
    this.#open = open;
    this.#onBoundary = onBoundary;
  }

  override onopentagname(start: number, end: number): void {
    const depth = this.#open.length;
    const name = this.#html.slice(start, end).toLowerCase();
    // What is skipped must still be known as such, or its inside would pass for text.
    const isOutermostSkipped = skipped.has(name) && this.#open.at(-1)?.isSkipped !== true;
    if (depth < deepest || this.isVoidElement(name) || isOutermostSkipped) super.onopentagname(start, end);
    // The boundary stays: what it parted is two paragraphs.
    else if (boundaries.has(name)) this.#onBoundary();
  }
}

/** A block that breaks a limit after all becomes paragraphs of its text. */
function valid(block: PastedBlock): PastedBlock[] {
  if (block.type === 'pastedPicture') return [block];
  const isValid = articleBodySchema.safeParse({ type: 'doc', content: [block] }).success;
  return isValid ? [block] : plainParagraphs(block);
}

function plainParagraphs(block: Block): Block[] {
  return blockLines(block)
    .filter((line) => line.trim() !== '')
    .flatMap((line) => cutText(line))
    .map(paragraph);
}
