import { type Block, blockLines, type Paragraph, paragraph } from '@/lib/article-body';
import { PastedInline } from '@/lib/pasted-inline';
import { type PastedPicture, pictureOf } from '@/lib/pasted-picture';
import type { Style } from '@/lib/pasted-style';
import {
  append,
  asParagraphs,
  type Cell,
  type ListItem,
  listItems,
  mostInCell,
  paragraphsIn,
  type PastedBlock,
  spanOf,
  tableCell,
} from '@/lib/pasted-parts';
import { storable } from '@/lib/pasted-text';
import { slices } from '@/lib/slices';

export type { PastedBlock, PastedPicture };

function isHeading(name: string, style: Style): boolean {
  return /^h[1-6]$/u.test(name) || (name === 'p' && style.isWordTitle);
}

/** What is being filled: the text itself, or a part of it that holds less. */
type Sink =
  | { kind: 'root'; blocks: PastedBlock[] }
  | { kind: 'quote'; paragraphs: Paragraph[] }
  | { kind: 'list'; ordered: boolean; items: ListItem[] }
  | { kind: 'item'; paragraphs: Paragraph[]; nested: ListItem[] }
  | { kind: 'table'; rows: Cell[][]; caption: string }
  | ({ kind: 'cell' } & Cell);

/** Collects blocks while markup is read from beginning to end. Nesting is kept as a stack, never by recursion. */
export class PastedBlocks {
  readonly #sinks: Sink[] = [{ kind: 'root', blocks: [] }];
  #inline = new PastedInline();
  #heading = 0;
  #isInHead = false;
  #wordBullet: string | undefined;
  #captioned: Extract<PastedBlock, { type: 'pastedPicture' }> | undefined;

  addText(text: string, style: Style): void {
    this.#inline.addText(text, style);
  }

  breakLine(): void {
    this.#inline.breakLine();
  }

  /** Word writes the bullet of a list paragraph as text; it only says which kind of list this is. */
  noteBullet(text: string): void {
    this.#wordBullet = (this.#wordBullet ?? '') + text;
  }

  addPicture(attributes: Record<string, string>): void {
    const picture = pictureOf(attributes);
    if (picture === undefined) return;
    this.#endParagraph();
    const block = { type: 'pastedPicture' as const, picture, caption: '' };
    this.#captioned = block;
    this.#place().push(block);
  }

  startBlock(name: string, attributes: Record<string, string>, style: Style): void {
    this.#endParagraph();
    if (isHeading(name, style)) this.#heading += 1;
    else if (name === 'thead') this.#isInHead = true;
    else if (name === 'hr') this.#place().push({ type: 'divider' });
    else if (name === 'blockquote') this.#sinks.push({ kind: 'quote', paragraphs: [] });
    else if (name === 'ul' || name === 'ol') {
      this.#sinks.push({ kind: 'list', ordered: name === 'ol', items: [] });
    } else if (name === 'li' && this.#top().kind === 'list') {
      this.#sinks.push({ kind: 'item', paragraphs: [], nested: [] });
    } else if (name === 'table') this.#sinks.push({ kind: 'table', rows: [], caption: '' });
    else if (name === 'tr') this.#row();
    else if ((name === 'td' || name === 'th') && this.#top().kind === 'table') {
      this.#sinks.push({
        kind: 'cell',
        isHeader: name === 'th' || this.#isInHead,
        colspan: spanOf(attributes.colspan, 50),
        rowspan: spanOf(attributes.rowspan, 500),
        blocks: [],
      });
    }
    if (!style.isWordItem) this.#wordBullet = undefined;
  }

  endBlock(name: string, style: Style): void {
    if (name === 'figcaption') this.#endCaption();
    else if (name === 'caption') this.#endTableCaption();
    else this.#endParagraph(style.isWordItem);
    if (isHeading(name, style)) this.#heading = Math.max(0, this.#heading - 1);
    if (name === 'thead') this.#isInHead = false;
    const kind = sinkOf[name];
    if (kind === undefined) return;
    // Markup that closes what it never opened closes nothing here.
    const at = this.#sinks.findLastIndex((sink) => sink.kind === kind);
    const isForeign = this.#sinks.slice(at + 1).some((sink) => sink.kind === 'cell' && kind !== 'cell');
    if (at <= 0 || (isForeign && name !== 'table')) return;
    while (this.#sinks.length > at) this.#close(this.#sinks.pop()!);
  }

  finish(): PastedBlock[] {
    this.#endParagraph();
    while (this.#sinks.length > 1) this.#close(this.#sinks.pop()!);
    const [root] = this.#sinks;
    return root?.kind === 'root' ? root.blocks : [];
  }

  #top(): Sink {
    return this.#sinks.at(-1)!;
  }

  /** Where a block of any kind may stand. */
  #place(): PastedBlock[] {
    const place = this.#sinks.findLast((sink) => sink.kind === 'root' || sink.kind === 'cell');
    return (place as Extract<Sink, { kind: 'root' }>).blocks;
  }

  #row(): void {
    const top = this.#top();
    if (top.kind === 'table') top.rows.push([]);
  }

  #endCaption(): void {
    const words = this.#inline.take().flatMap((one) => blockLines(one));
    if (this.#captioned === undefined) {
      for (const line of words) this.#emit(paragraph(line));
      return;
    }
    // A picture may have several captions, one within the other.
    const all = [this.#captioned.caption, ...words].filter(Boolean).join(' ');
    this.#captioned.caption = all.slice(0, 1000).toWellFormed();
  }

  #endTableCaption(): void {
    const words = this.#inline.take().flatMap((one) => blockLines(one));
    const table = this.#top();
    const caption = words.join(' ').replaceAll('\n', ' ');
    if (table.kind === 'table' && caption.length <= 200) table.caption = caption;
    else for (const line of words) this.#emit(paragraph(line));
  }

  #endParagraph(isWordItem = false): void {
    if (this.#inline.isEmpty) {
      this.#inline.take();
      return;
    }
    const paragraphs = this.#inline.take();
    if (isWordItem) this.#emitWordItem(paragraphs);
    else if (this.#heading > 0) this.#emitHeading(paragraphs);
    else for (const one of paragraphs) this.#emit(one);
    this.#captioned = undefined;
  }

  #emitHeading(paragraphs: Paragraph[]): void {
    const lines = paragraphs
      .flatMap(blockLines)
      .flatMap((text) => text.split('\n'))
      .filter((line) => line.trim() !== '');
    // A headline of that length is a paragraph that somebody made large.
    if ([...lines.join('')].length > 60) {
      for (const one of paragraphs) this.#emit(one);
      return;
    }
    // Two lines are the matching pair of a commentary; more are subheads of their own.
    for (const group of lines.length === 2 ? [lines] : lines.map((line) => [line])) {
      this.#emit({
        type: 'subhead',
        content: group.map((text) => ({ type: 'subheadLine', content: [{ type: 'text', text }] })),
      });
    }
  }

  #emitWordItem(paragraphs: Paragraph[]): void {
    const bullet = this.#wordBullet?.trim() ?? '';
    this.#wordBullet = undefined;
    // 一、 and （二） head parts of a text and are referred to: our lists would count them anew as 1.
    if (/^[（(]?第?[一二三四五六七八九十百]+/u.test(bullet)) {
      this.#emitOrdinal(bullet, paragraphs);
      return;
    }
    const ordered = /^[（(]?(?:\d{1,3}|[a-zA-Z])[.、)）．]/u.test(bullet);
    const place = this.#place();
    for (const item of listItems(paragraphs)) {
      const last = place.at(-1);
      if (last?.type === 'list' && last.attrs.ordered === ordered && last.content.length < 500)
        last.content.push(item);
      else place.push({ type: 'list', attrs: { ordered }, content: [item] });
    }
  }

  #emitOrdinal(ordinal: string, [first, ...others]: Paragraph[]): void {
    const text = storable(ordinal)
      .replaceAll(/[\s\u00a0\u3000]/gu, '')
      .slice(0, 20);
    const content = first?.content ?? [];
    const [start, ...rest] = content;
    if (start?.type === 'text' && start.marks === undefined && start.text.length + text.length <= 20_000) {
      this.#emit({ type: 'paragraph', content: [{ type: 'text', text: text + start.text }, ...rest] });
    } else if (content.length < 2000)
      this.#emit({ type: 'paragraph', content: [{ type: 'text', text }, ...content] });
    else for (const one of [paragraph(text), { ...first, type: 'paragraph' as const }]) this.#emit(one);
    for (const one of others) this.#emit(one);
  }

  /** Into what is being filled; where only paragraphs fit, as paragraphs. */
  #emit(block: Block): void {
    const sink = this.#top();
    switch (sink.kind) {
      case 'root':
      case 'cell':
        sink.blocks.push(block);
        return;
      case 'quote':
      case 'item':
        append(sink.paragraphs, asParagraphs(block));
        return;
      // Text between the items of a list or the cells of a table belongs to nobody there.
      case 'list':
        append(sink.items, listItems(asParagraphs(block)));
        return;
      case 'table':
        this.#place().push(block);
        return;
      default:
        sink satisfies never;
    }
  }

  #close(sink: Sink): void {
    if (sink.kind === 'quote') {
      for (const content of slices(sink.paragraphs, 100)) this.#emit({ type: 'quote', content });
    } else if (sink.kind === 'item') {
      const list = this.#top();
      const own = sink.paragraphs.length === 0 ? [paragraph('')] : sink.paragraphs;
      if (list.kind === 'list') {
        append(list.items, listItems(own));
        append(list.items, sink.nested);
      }
    } else if (sink.kind === 'list') {
      const parent = this.#top();
      // A list in a list follows the item it stood in: our lists have one level.
      if (parent.kind === 'item') append(parent.nested, sink.items);
      else {
        for (const content of slices(sink.items, 500)) {
          this.#emit({ type: 'list', attrs: { ordered: sink.ordered }, content });
        }
      }
    } else if (sink.kind === 'cell') {
      const table = this.#top();
      if (table.kind !== 'table') return;
      if (table.rows.length === 0) table.rows.push([]);
      table.rows.at(-1)!.push(sink);
    } else if (sink.kind === 'table') this.#closeTable(sink);
  }

  #closeTable({ rows, caption }: { rows: Cell[][]; caption: string }): void {
    const filled = rows.filter((row) => row.length > 0);
    const cells = filled.flat();
    // A table of one cell arranges a page and holds no data.
    const isLayout =
      cells.length <= 1 ||
      filled.length > 500 ||
      filled.some((row) => row.length > 50) ||
      // Whole stories in a cell: a cell of ours would lose their end.
      cells.some(({ blocks }) => paragraphsIn(blocks).length > mostInCell);
    if (isLayout) {
      if (caption !== '') this.#emit(paragraph(caption));
      for (const block of cells.flatMap(({ blocks }) => blocks)) {
        if (block.type === 'pastedPicture') this.#place().push(block);
        else this.#emit(block);
      }
      return;
    }
    this.#emit({
      type: 'table',
      attrs: { caption },
      content: filled.map((row) => ({ type: 'tableRow', content: row.map(tableCell) })),
    });
    // Our cells hold text; their pictures follow the table.
    append(
      this.#place(),
      cells.flatMap(({ blocks }) => blocks.filter(({ type }) => type === 'pastedPicture')),
    );
  }
}

const sinkOf: Record<string, Sink['kind'] | undefined> = {
  blockquote: 'quote',
  ul: 'list',
  ol: 'list',
  li: 'item',
  table: 'table',
  td: 'cell',
  th: 'cell',
};
