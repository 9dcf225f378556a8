import { Fragment, type Node as DocumentNode, Slice } from '@tiptap/pm/model';
import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state';

/**
 * Puts pasted blocks at the selection. One paragraph goes into the line; of more, first and last paragraph
 * join the text they were pasted into. Places that take no blocks (cells, lists, quotes, notes) take the
 * paragraphs' text, a subhead takes it in one line. No empty paragraph is left before or after.
 */
export function insertBlocks(state: EditorState, blocks: DocumentNode[]): Transaction {
  const { tr, schema } = state;
  const { $from } = state.selection;
  const { paragraph } = schema.nodes;
  const mark = () => tr.scrollIntoView().setMeta('paste', true);
  if (blocks.length === 0) return tr;

  if ($from.parent.type.name === 'subheadLine') {
    const line = blocks
      .map((block) => block.textBetween(0, block.content.size, ' ', ' '))
      .filter((text) => text !== '')
      .join(' ');
    if (line !== '') tr.replaceSelectionWith(schema.text(line));
    return mark();
  }

  const isTopLevel = $from.depth <= 1;
  const nodes = isTopLevel ? blocks : blocks.flatMap(paragraphsOf);
  if (nodes.length === 0) return tr;
  const isEmptyLine =
    isTopLevel && state.selection.empty && $from.parent.type === paragraph && $from.parent.content.size === 0;
  if (isEmptyLine) {
    const start = $from.before(1);
    tr.replaceWith(start, $from.after(1), nodes);
    const end = start + nodes.reduce((size, node) => size + node.nodeSize, 0);
    tr.setSelection(Selection.near(tr.doc.resolve(end), -1));
    return mark();
  }

  const isOpen = (node: DocumentNode | undefined) => (node?.type === paragraph ? 1 : 0);
  tr.replaceSelection(new Slice(Fragment.from(nodes), isOpen(nodes[0]), isOpen(nodes.at(-1))));
  if (isTopLevel) dropEmptied(tr, state, nodes);
  return mark();
}

/**
 * Puts a block of the toolbar at the cursor: between two halves of a paragraph, but never into a quote, a list,
 * a note or a table, which it would break apart; there it comes behind. The cursor goes into a table and
 * behind anything else.
 */
export function insertBlock(state: EditorState, block: DocumentNode): Transaction {
  const { $to, to } = state.selection;
  const isInLine = $to.depth === 1 && $to.parent.type === state.schema.nodes.paragraph;
  const tr = isInLine
    ? insertBlocks(state, [block])
    : state.tr.insert($to.depth === 0 ? to : $to.after(1), block);
  let after = 0;
  tr.doc.forEach((node, position) => {
    if (node === block) after = position + node.nodeSize;
  });
  if (block.type.name === 'table') {
    return tr.setSelection(Selection.near(tr.doc.resolve(after - block.nodeSize + 1))).scrollIntoView();
  }
  if (after === tr.doc.content.size) tr.insert(after, state.schema.nodes.paragraph!.create());
  return tr.setSelection(Selection.near(tr.doc.resolve(after), 1)).scrollIntoView();
}

/** A block pasted at the very start or end of a paragraph leaves an empty one behind; it goes. */
function dropEmptied(tr: Transaction, state: EditorState, nodes: DocumentNode[]): void {
  const { $from, $to } = state.selection;
  const { paragraph } = state.schema.nodes;
  const isEmptyParagraph = (node: DocumentNode | null) =>
    node !== null && node.type === paragraph && node.content.size === 0;
  if ($to.depth === 1 && $to.parentOffset === $to.parent.content.size && nodes.at(-1)!.type !== paragraph) {
    const after = tr.mapping.map($to.pos, 1);
    const $after = tr.doc.resolve(after);
    const isLast = $after.depth === 0 || $after.after(1) === tr.doc.content.size;
    // The last paragraph stays: there the cursor waits for what is written next.
    if ($after.depth === 1 && !isLast && isEmptyParagraph($after.parent)) {
      tr.delete($after.before(1), $after.after(1));
    }
  }
  if ($from.depth === 1 && $from.parentOffset === 0 && nodes[0]!.type !== paragraph) {
    const before = $from.before(1);
    const node = tr.doc.nodeAt(before);
    if (isEmptyParagraph(node)) tr.delete(before, before + node!.nodeSize);
  }
}

/** The text of a block as paragraphs, for places that take nothing else. */
function paragraphsOf(block: DocumentNode): DocumentNode[] {
  const { paragraph } = block.type.schema.nodes;
  if (block.type === paragraph) return [block];
  const paragraphs: DocumentNode[] = [];
  block.descendants((inner) => {
    if (inner.isTextblock) paragraphs.push(paragraph!.create(null, inner.content));
    return !inner.isTextblock;
  });
  return paragraphs;
}
