import { type Editor, Extension } from '@tiptap/core';
import { toggleList } from '@/components/desk/body-editor/block-commands';

/** Keys of the text that belong to no single block. */
export function deskKeys({ openLink, save }: { openLink: (editor: Editor) => void; save: () => void }) {
  const always = (act: (editor: Editor) => void) => (on: { editor: Editor }) => {
    act(on.editor);
    return true;
  };
  return Extension.create({
    name: 'deskKeys',
    addKeyboardShortcuts: () => ({
      'Mod-s': always(() => save()),
      'Mod-k': always(openLink),
      'Mod-Shift-7': always((editor) => toggleList(editor, true)),
      'Mod-Shift-8': always((editor) => toggleList(editor, false)),
    }),
  });
}
