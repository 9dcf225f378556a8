import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { documentTexts } from '@/components/desk/body-editor/document-texts';
import { focusBlock } from '@/components/desk/body-editor/focus-block';
import type { StyleChecker } from '@/lib/style-checker';
import { type ContentFinding, findingsIn } from '@/lib/style-content';

/** What marks are drawn by: the rules of the article's section and what was decided to stay. */
export type StyleCheck = { checker: StyleChecker; ignoredKeys: ReadonlySet<string> };

type Marks = { check: StyleCheck | undefined; drawn: DecorationSet };

const marksKey = new PluginKey<Marks>('styleMarks');

/** The text is checked this long after the last change, in milliseconds; until then marks move along with it. */
const rest = 250;

/**
 * Draws what the house-style check finds into the text. Decorations only: the document, and so the stored
 * body, never knows of them.
 */
export const styleMarks = Extension.create({
  name: 'styleMarks',
  addProseMirrorPlugins: () => [styleMarksPlugin()],
});

export function styleMarksPlugin(): Plugin {
  return new Plugin<Marks>({
    key: marksKey,
    state: {
      init: () => ({ check: undefined, drawn: DecorationSet.empty }),
      apply: (tr, before, _old, { doc }) => {
        const asked = tr.getMeta(marksKey) as { check?: StyleCheck } | undefined;
        if (asked !== undefined) {
          const check = asked.check ?? before.check;
          return { check, drawn: drawMarks(doc, check) };
        }
        return tr.docChanged ? { ...before, drawn: before.drawn.map(tr.mapping, tr.doc) } : before;
      },
    },
    props: { decorations: (state) => marksKey.getState(state)?.drawn },
    view: (view) => new LaterCheck(view),
  });
}

/** Checks again once the writing rests; letters of an unfinished word of an input method are no text yet. */
class LaterCheck {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #view: EditorView;

  constructor(view: EditorView) {
    this.#view = view;
  }

  update(view: EditorView, before: EditorState): void {
    if (view.state.doc !== before.doc && marksKey.getState(view.state)?.check !== undefined) this.#wait();
  }

  destroy(): void {
    clearTimeout(this.#timer);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#view.composing) this.#wait();
      else this.#view.dispatch(this.#view.state.tr.setMeta(marksKey, {}));
    }, rest);
  }
}

function drawMarks(doc: Node, check: StyleCheck | undefined): DecorationSet {
  if (check === undefined) return DecorationSet.empty;
  const drawn = documentTexts(doc).flatMap(({ place, ...text }) => {
    if (place.kind !== 'flow') return [];
    return findingsIn(check.checker, text)
      .filter(({ key }) => !check.ignoredKeys.has(key))
      .map(({ rule, from, to }) =>
        Decoration.inline(place.from + from, place.from + to, {
          class: `style-mark style-mark-${rule.level}`,
          title: rule.message,
        }),
      );
  });
  return DecorationSet.create(doc, drawn);
}

/** Draws by these rules from now on. */
export function withStyleCheck(state: EditorState, check: StyleCheck): Transaction {
  return state.tr.setMeta(marksKey, { check });
}

/** Where marks are drawn, from the first to the last. */
export function marksAt(state: EditorState): [from: number, to: number][] {
  const drawn = marksKey.getState(state)?.drawn.find() ?? [];
  return drawn.map(({ from, to }): [number, number] => [from, to]).toSorted(([a], [b]) => a - b);
}

/**
 * Puts a finding right, as one step that undo takes back. Undefined where its words no longer stand: the text
 * went on since it was checked. Marks of the first replaced character (bold, link) are kept.
 */
export function fixInDocument(state: EditorState, finding: ContentFinding): Transaction | undefined {
  const { replacement, from, to } = finding;
  const found = findText(state.doc, finding);
  if (found === undefined || replacement === null) return undefined;
  const { place, text } = found;
  if (place.kind === 'attribute') {
    const words = text.slice(0, from) + replacement + text.slice(to);
    return state.tr.setNodeAttribute(place.node, place.name, words);
  }
  const start = place.from + from;
  const end = place.from + to;
  if (replacement === '') return state.tr.delete(start, end);
  const marks = state.doc.nodeAt(start)?.marks;
  return state.tr.replaceWith(start, end, state.schema.text(replacement, marks));
}

function findText(doc: Node, { field, part, from, to, words }: ContentFinding) {
  const found = documentTexts(doc).find((text) => text.field === field && text.part === part);
  return found?.text.slice(from, to) === words ? found : undefined;
}

/** Puts a finding of the text right in the editor; answers whether its words still stood there. */
export function fixFinding(editor: Editor, finding: ContentFinding): boolean {
  const tr = fixInDocument(editor.state, finding);
  if (tr !== undefined) editor.view.dispatch(tr.scrollIntoView());
  return tr !== undefined;
}

/** Selects the words of a finding, or goes to the block whose field has them. */
export function showFinding(editor: Editor, finding: ContentFinding): void {
  const found = findText(editor.state.doc, finding);
  if (found?.place.kind !== 'flow') {
    focusBlock(editor, Number(finding.field.split('.')[1]));
    return;
  }
  const { from } = found.place;
  const selection = TextSelection.create(editor.state.doc, from + finding.from, from + finding.to);
  editor.view.dispatch(editor.state.tr.setSelection(selection).scrollIntoView());
  editor.view.focus();
  const dom = editor.view.domAtPos(selection.from).node;
  (dom instanceof HTMLElement ? dom : dom.parentElement)?.scrollIntoView({ block: 'center' });
}
