import type { Inline, Paragraph } from '@/lib/article-body';
import type { Style } from '@/lib/pasted-style';
import { cutText, storable, withoutEdgeBlanks } from '@/lib/pasted-text';

type Marks = Extract<Inline, { type: 'text' }>['marks'];
type Piece = { text: string; marks: Marks } | 'break';

/** A paragraph that is being read. */
export class PastedInline {
  #pieces: Piece[] = [];

  get isEmpty(): boolean {
    return this.#pieces.every((piece) => piece === 'break' || blankOnly.test(piece.text));
  }

  addText(text: string, style: Style): void {
    const marks = marksOf(style);
    if (style.isPreformatted) {
      for (const [index, line] of storable(text)
        .split(/\r\n|[\n\r]/u)
        .entries()) {
        if (index > 0) this.breakLine();
        if (line !== '') this.#push(line, marks);
      }
      return;
    }
    // Blanks of the source are one blank; one that holds a line's end is told apart until it is settled.
    const collapsed = storable(text).replaceAll(/[ \t\f\r\n]+/gu, (run) =>
      /[\r\n]/u.test(run) ? '\n' : ' ',
    );
    if (collapsed !== '') this.#push(collapsed, marks);
  }

  breakLine(): void {
    this.#pieces.push('break');
  }

  /** The paragraphs that were read, and starts anew. A line broken twice, or followed by a typed indent, ends one. */
  take(): Paragraph[] {
    const paragraphs: Piece[][] = [[]];
    for (const [index, piece] of this.#pieces.entries()) {
      const next = this.#pieces[index + 1];
      if (piece !== 'break') paragraphs.at(-1)!.push(piece);
      else if (next === undefined || next === 'break' || typedIndent.test(next.text)) paragraphs.push([]);
      else if (paragraphs.at(-1)!.length > 0) paragraphs.at(-1)!.push(piece);
    }
    this.#pieces = [];
    return paragraphs.flatMap(paragraphsOf);
  }

  #push(text: string, marks: Marks): void {
    const last = this.#pieces.at(-1);
    if (last !== undefined && last !== 'break' && isSame(last.marks, marks)) last.text += text;
    else this.#pieces.push({ text, marks });
  }
}

const blankOnly = /^[\s\u00a0\u3000\u200b\ufeff]*$/u;
const typedIndent = /^\n?[\u00a0\u3000\u2003\u2002]{2}/u;
const chinese = /[\p{sc=Han}，。、；：？！（）《》“”‘’…—]/u;

function marksOf({ isStrong, isEmphasis, href }: Style): Marks {
  const marks: NonNullable<Marks> = [
    ...(isStrong ? [{ type: 'strong' as const }] : []),
    ...(isEmphasis ? [{ type: 'emphasis' as const }] : []),
    ...(href === undefined ? [] : [{ type: 'link' as const, attrs: { href } }]),
  ];
  return marks.length === 0 ? undefined : marks;
}

function isSame(one: Marks, other: Marks): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The editor joins neighbouring texts of equal marks, so what holds for a text must hold for a paragraph. */
const longest = 20_000;

/** Usually one; more where it holds more, or longer, pieces than a paragraph may. */
function paragraphsOf(pieces: Piece[]): Paragraph[] {
  const settled = trimEdges(settleLineEnds(pieces));
  const inline = settled.flatMap((piece): Inline[] =>
    piece === 'break'
      ? [{ type: 'lineBreak' }]
      : cutText(piece.text).map((text) => ({
          type: 'text',
          text,
          ...(piece.marks && { marks: piece.marks }),
        })),
  );
  const paragraphs: Paragraph[] = [];
  let content: Inline[] = [];
  let length = 0;
  const end = () => {
    while (content.at(-1)?.type === 'lineBreak') content.pop();
    if (content.length > 0) paragraphs.push({ type: 'paragraph', content });
    content = [];
    length = 0;
  };
  for (const item of inline) {
    const size = item.type === 'text' ? item.text.length : 0;
    if (content.length === 2000 || length + size > longest) end();
    if (item.type === 'lineBreak' && content.length === 0) continue;
    content.push(item);
    length += size;
  }
  end();
  return paragraphs;
}

/** A line's end in the source stands for a blank, but not between Chinese characters, where none was meant. */
function settleLineEnds(pieces: Piece[]): Piece[] {
  const neighbour = (index: number, step: -1 | 1) => {
    const piece = pieces[index + step];
    if (piece === undefined || piece === 'break') return '';
    return step === 1 ? piece.text.slice(0, 2) : piece.text.slice(-2);
  };
  return pieces.map((piece, index) => {
    if (piece === 'break' || !piece.text.includes('\n')) return piece;
    const text = piece.text.replaceAll(/\n/gu, (_, at: number) => {
      const left = at === 0 ? neighbour(index, -1) : piece.text.slice(Math.max(0, at - 2), at);
      const right = at === piece.text.length - 1 ? neighbour(index, 1) : piece.text.slice(at + 1, at + 3);
      return chinese.test(left.slice(-2)) && chinese.test(right.slice(0, 2)) ? '' : ' ';
    });
    return { ...piece, text };
  });
}

/** No blank and no break at either edge: typed indents are drawn by style. */
function trimEdges(pieces: Piece[]): Piece[] {
  const kept = [...pieces];
  const trimOne = (at: 0 | -1) => {
    for (let piece = kept.at(at); piece !== undefined; piece = kept.at(at)) {
      if (piece !== 'break') {
        const text = withoutEdgeBlanks(piece.text, { start: at === 0, end: at === -1 });
        if (text !== '') {
          kept[at === 0 ? 0 : kept.length - 1] = { ...piece, text };
          return;
        }
      }
      if (at === 0) kept.shift();
      else kept.pop();
    }
  };
  trimOne(0);
  trimOne(-1);
  return kept.filter((piece) => piece === 'break' || piece.text !== '');
}
