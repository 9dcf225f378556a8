import { type Editor, Extension } from '@tiptap/core';
import { backOut } from '@/components/desk/body-editor/back-out';
import { toggleList } from '@/components/desk/body-editor/block-commands';

/** Keys of the text that belong to no single block. */
export function deskKeys({ openLink, save }: { openLink: (editor: Editor) => void; save: () => void }) {
  const always = (act: (editor: Editor) => void) => (on: { editor: Editor }) => {
    act(on.editor);
    return true;
  };
  return Extension.create({
    name: 'deskKeys',
    // Before the history's own keys.
    priority: 1000,
    addKeyboardShortcuts: () => ({
      Backspace: ({ editor }) => backOut(editor.state, editor.view.dispatch.bind(editor.view)),
      // Always answered: with nothing to redo, the keymap would go on to Mod-z and undo.
      'Mod-Shift-z': always((editor) => editor.commands.redo()),
      'Mod-s': always(() => save()),
      'Mod-k': always(openLink),
      'Mod-Shift-7': always((editor) => toggleList(editor, true)),
      'Mod-Shift-8': always((editor) => toggleList(editor, false)),
    }),
  });
}
