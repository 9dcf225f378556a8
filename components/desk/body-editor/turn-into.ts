import type { Node as DocumentNode, NodeType, ResolvedPos, Schema } from '@tiptap/pm/model';
import {
  AllSelection,
  type EditorState,
  type Selection,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state';

export type TextKind = 'quote' | 'note' | 'bulleted' | 'numbered' | 'subhead' | 'pair';

/** Blocks that hold nothing but paragraphs, some of which may be taken out. */
const containers = new Set(['quote', 'note', 'list']);

/**
 * Makes the selected lines blocks of a kind, whatever kinds of text they were, or paragraphs again if all are
 * of that kind already. Of a quote, a note or a list that is selected in part the rest stays what it is; only
 * a change between the two kinds of list takes the whole list. Does nothing where pictures or tables are
 * selected.
 */
export function turnInto(
  state: EditorState,
  dispatch: ((tr: Transaction) => void) | undefined,
  kind: TextKind,
): boolean {
  const { doc, schema, tr } = state;
  const selection = textSelection(state);
  const { $from, $to } = selection;
  if (!(state.selection instanceof AllSelection) && !(state.selection instanceof TextSelection)) return false;
  if ($from.depth === 0 || $to.depth === 0) return false;
  const range = doc.children.slice($from.index(0), $to.index(0) + 1);
  if (!range.every((node) => containers.has(node.type.name) || isLine(node))) return false;
  const start = $from.before(1);

  const isOff = range.every((node) => isOfKind(node, kind));
  const only = range.length === 1 ? range[0]! : undefined;
  if (only?.type.name === 'list' && isList(kind) && !isOff) {
    dispatch?.(tr.setNodeAttribute(start, 'ordered', kind === 'numbered'));
    return true;
  }

  const last = range.at(-1)!;
  const from = containers.has(range[0]!.type.name) ? $from.index(1) : 0;
  const to = containers.has(last.type.name) ? $to.index(1) + 1 : last.childCount;
  const lines = range.flatMap((node, index) =>
    linesOf(node, index === 0 ? from : 0, index === range.length - 1 ? to : node.childCount),
  );
  const made = isOff ? lines : build(schema, kind, lines);
  const head = range[0]!.copy(range[0]!.content.cut(0, offsetOf(range[0]!, from)));
  const tail = last.copy(last.content.cut(offsetOf(last, to)));
  const replacement = [
    ...(from > 0 ? [head] : []),
    ...made,
    ...(containers.has(last.type.name) && to < last.childCount ? [tail] : []),
  ];
  const anchor = lineBefore(selection.$anchor, doc, start);
  const focus = lineBefore(selection.$head, doc, start);
  tr.replaceWith(start, $to.after(1), replacement);
  tr.setSelection(
    TextSelection.between(
      tr.doc.resolve(positionIn(tr.doc, start, anchor)),
      tr.doc.resolve(positionIn(tr.doc, start, focus)),
    ),
  );
  dispatch?.(tr.scrollIntoView());
  return true;
}

/** Ctrl+A selects the document itself; what is meant is all of its text. */
function textSelection({ doc, selection }: EditorState): Selection {
  return selection instanceof AllSelection
    ? TextSelection.between(doc.resolve(selection.from), doc.resolve(selection.to))
    : selection;
}

function isLine(node: DocumentNode): boolean {
  return node.type.name === 'paragraph' || node.type.name === 'subhead';
}

function isList(kind: TextKind): boolean {
  return kind === 'bulleted' || kind === 'numbered';
}

function isOfKind(node: DocumentNode, kind: TextKind): boolean {
  if (node.type.name === 'list') return isList(kind) && node.attrs.ordered === (kind === 'numbered');
  if (node.type.name === 'subhead')
    return node.childCount === (kind === 'pair' ? 2 : kind === 'subhead' ? 1 : 0);
  return node.type.name === kind;
}

/** The paragraphs of some of a block's children; of lines that are no children, the block's own. */
function linesOf(node: DocumentNode, from: number, to: number): DocumentNode[] {
  const paragraph = node.type.schema.nodes.paragraph!;
  switch (node.type.name) {
    case 'paragraph':
      return [node];
    case 'subhead': {
      const lines = node.children.map((line) => paragraph.create(null, line.content));
      const full = lines.filter((line) => line.content.size > 0);
      return full.length > 0 ? full : lines.slice(0, 1);
    }
    case 'list':
      return node.children.slice(from, to).flatMap((item) => item.children);
    default:
      return node.children.slice(from, to);
  }
}

function build(schema: Schema, kind: TextKind, lines: DocumentNode[]): DocumentNode[] {
  const { quote, note, list, listItem, subhead, subheadLine } = schema.nodes;
  if (kind === 'quote' || kind === 'note') return [(kind === 'quote' ? quote! : note!).create(null, lines)];
  if (isList(kind)) {
    const items = lines.map((line) => listItem!.create(null, line));
    return [list!.create({ ordered: kind === 'numbered' }, items)];
  }
  const headings = lines.flatMap((line) => headingLines(subheadLine!, line));
  if (kind === 'subhead') return headings.map((line) => subhead!.create(null, line));
  return Array.from({ length: Math.ceil(headings.length / 2) }, (_, pair) =>
    subhead!.create(null, [headings[pair * 2]!, headings[pair * 2 + 1] ?? subheadLine!.create()]),
  );
}

/** A subhead's line knows no line breaks: what they part becomes lines of their own. */
function headingLines(type: NodeType, paragraph: DocumentNode): DocumentNode[] {
  const parts: DocumentNode[][] = [[]];
  for (const inline of paragraph.children) {
    if (inline.isText) parts.at(-1)!.push(inline);
    else parts.push([]);
  }
  return parts.map((part) => type.create(null, part));
}

function offsetOf(node: DocumentNode, index: number): number {
  return node.children.slice(0, index).reduce((size, child) => size + child.nodeSize, 0);
}

/** Where a position is, told in a way that outlives rebuilding: how many lines after the start, and where in it. */
function lineBefore($position: ResolvedPos, doc: DocumentNode, start: number) {
  let line = -1;
  doc.nodesBetween(start, $position.pos, (node) => {
    if (node.isTextblock) line += 1;
  });
  return { line, offset: $position.parentOffset };
}

function positionIn(doc: DocumentNode, start: number, at: { line: number; offset: number }): number {
  let line = -1;
  let found = start + 1;
  doc.nodesBetween(start, doc.content.size, (node, position) => {
    if (!node.isTextblock || line === at.line) return;
    line += 1;
    found = position + 1 + Math.min(at.offset, node.content.size);
  });
  return found;
}
