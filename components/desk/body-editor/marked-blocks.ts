import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { type MarkPlace, placeOfMark } from '@/lib/review-marks';

/** What a reviewer said of a paragraph, as the text shows it. */
export type BlockMark = MarkPlace & { note: string; editorName: string; resolvedAt: Date | null };

const key = new PluginKey<readonly BlockMark[]>('markedBlocks');

/** Shows reviewers' marks at their paragraphs. They are no part of the text and travel into no copy of it. */
export const markedBlocks = Extension.create({
  name: 'markedBlocks',
  addProseMirrorPlugins: () => [
    new Plugin<readonly BlockMark[]>({
      key,
      state: {
        init: () => [],
        apply: (transaction, marks) => (transaction.getMeta(key) as BlockMark[] | undefined) ?? marks,
      },
      props: {
        decorations: (state) => decorate(state.doc, key.getState(state) ?? []),
      },
    }),
  ],
});

/** Those that were dealt with are not shown. */
export function showMarks(editor: Editor, marks: readonly BlockMark[]): void {
  const open = marks.filter(({ resolvedAt }) => resolvedAt === null);
  editor.view.dispatch(editor.state.tr.setMeta(key, open).setMeta('addToHistory', false));
}

/** The block with the cursor, counted from 0, and the selected words as far as they stand in it. */
export function placeOfCursor(editor: Editor | null): MarkPlace {
  if (editor === null) return { blockIndex: 0, quote: '' };
  const { doc, selection } = editor.state;
  const blockIndex = Math.min(doc.resolve(selection.from).index(0), doc.childCount - 1);
  const start = doc.children.slice(0, blockIndex).reduce((size, node) => size + node.nodeSize, 0);
  const end = Math.min(selection.to, start + doc.child(blockIndex).nodeSize);
  return { blockIndex, quote: doc.textBetween(selection.from, end, '').trim().slice(0, 200) };
}

function decorate(doc: Node, marks: readonly BlockMark[]): DecorationSet {
  if (marks.length === 0) return DecorationSet.empty;
  const texts = doc.children.map((node) => node.textContent);
  const byBlock = Map.groupBy(marks, (mark) => placeOfMark(texts, mark));
  const decorations: Decoration[] = [];
  let position = 0;
  for (const [index, node] of doc.children.entries()) {
    const here = byBlock.get(index);
    if (here !== undefined) {
      const notes = here.map(({ note, editorName }) => `${editorName}：${note}`).join('　');
      decorations.push(
        Decoration.node(position, position + node.nodeSize, { class: 'marked-block', 'data-notes': notes }),
      );
    }
    position += node.nodeSize;
  }
  return DecorationSet.create(doc, decorations);
}
