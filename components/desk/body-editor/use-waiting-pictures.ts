'use client';

import type { Editor } from '@tiptap/core';
import { useRef, useState } from 'react';
import type { UploadPicture } from '@/components/desk/body-editor/body-editor-context';
import type { WaitingState } from '@/components/desk/body-editor/body-nodes';
import type { DeskPicture } from '@/lib/picture';

/** Sends pictures that were dropped or pasted into the text, each from a box where the picture will stand. */
export function useWaitingPictures(upload: UploadPicture, onUploaded: (picture: DeskPicture) => void) {
  const [progress, setProgress] = useState<ReadonlyMap<string, number>>(new Map());
  const files = useRef(new Map<string, File>());

  const start = async (editor: Editor, key: string, file: File) => {
    files.current.set(key, file);
    setBox(editor, key, { state: 'uploading' });
    const answer = await upload(file, (share) => setProgress((before) => new Map(before).set(key, share)));
    if (answer.ok) {
      onUploaded(answer.picture);
      replaceBox(editor, key, answer.picture);
      files.current.delete(key);
    } else setBox(editor, key, { state: 'failed', words: answer.message });
  };

  /** Puts a box for each file at a position, and sends them. */
  const insertFiles = (editor: Editor, at: number, pictures: File[]) => {
    const boxes = pictures.map((file) => ({ key: crypto.randomUUID(), file }));
    editor.commands.insertContentAt(
      at,
      boxes.map(({ key }) => ({ type: 'waitingPicture', attrs: { key, state: 'uploading' } })),
    );
    for (const { key, file } of boxes) void start(editor, key, file);
  };

  const retry = (editor: Editor, key: string) => {
    const file = files.current.get(key);
    if (file !== undefined) void start(editor, key, file);
  };

  return { progress, start, insertFiles, retry };
}

function findBox(editor: Editor, key: string): { position: number; caption: string } | undefined {
  let found: { position: number; caption: string } | undefined;
  editor.state.doc.descendants((node, position) => {
    if (node.type.name === 'waitingPicture' && node.attrs.key === key) {
      found = { position, caption: String(node.attrs.caption) };
    }
    return found === undefined;
  });
  return found;
}

/** What a box says is no step of writing: undoing must not bring a finished upload back. */
function setBox(editor: Editor, key: string, attrs: { state: WaitingState; words?: string }): void {
  const box = findBox(editor, key);
  if (box === undefined) return;
  const node = editor.state.doc.nodeAt(box.position)!;
  editor.view.dispatch(
    editor.state.tr
      .setNodeMarkup(box.position, undefined, { ...node.attrs, ...attrs })
      .setMeta('addToHistory', false),
  );
}

function replaceBox(editor: Editor, key: string, picture: DeskPicture): void {
  const box = findBox(editor, key);
  // Removed meanwhile: the picture stays in the library.
  if (box === undefined) return;
  const { id: assetId, alt, credit } = picture;
  const image = editor.schema.nodes.image!.create({ assetId, alt, credit, caption: box.caption });
  editor.view.dispatch(
    editor.state.tr.replaceWith(box.position, box.position + 1, image).setMeta('addToHistory', false),
  );
}
