'use client';

import type { Editor } from '@tiptap/core';
import { useRef, useState } from 'react';
import type { UploadPicture, UploadState } from '@/components/desk/body-editor/body-editor-context';
import { boundaryNear, fillPictures, whenNotComposing } from '@/components/desk/body-editor/fill-pictures';
import type { DeskPicture } from '@/lib/picture';

/** Sends pictures that were dropped or pasted into the text, each from the place where it will stand. */
export function useWaitingPictures(upload: UploadPicture, onUploaded: (picture: DeskPicture) => void) {
  const [uploads, setUploads] = useState<ReadonlyMap<string, UploadState>>(new Map());
  const files = useRef(new Map<string, File>());

  const set = (key: string, state: UploadState) => setUploads((before) => new Map(before).set(key, state));

  const start = async (editor: Editor, key: string, file: File) => {
    files.current.set(key, file);
    set(key, { kind: 'sending', share: 0 });
    const answer = await upload(file, (share) => set(key, { kind: 'sending', share })).catch(() => ({
      ok: false as const,
      message: '图片没有传上去，请检查网络后再试。',
    }));
    if (!answer.ok) {
      set(key, { kind: 'failed', message: answer.message });
      return;
    }
    onUploaded(answer.picture);
    files.current.delete(key);
    set(key, { kind: 'done', picture: answer.picture });
    fill(editor, key, answer.picture);
  };

  /** Also for a place that a redo brought back after its picture had come. */
  const fill = (editor: Editor, key: string, picture: DeskPicture) => {
    whenNotComposing(editor.view, () => {
      const tr = fillPictures(editor.state, key, picture);
      if (tr !== undefined) editor.view.dispatch(tr);
    });
  };

  /** Makes a place for each file at a position between two blocks or in a gallery, and sends them. */
  const insertFiles = (editor: Editor, at: number, pictures: File[]) => {
    const places = pictures.map((file) => ({ uploadKey: crypto.randomUUID(), file }));
    const { schema, doc, tr } = editor.state;
    const isInGallery = doc.resolve(at).parent.type.name === 'gallery';
    const nodes = places.map(({ uploadKey }) => schema.nodes.image!.create({ uploadKey }));
    editor.view.dispatch(tr.insert(isInGallery ? at : boundaryNear(doc, at), nodes));
    for (const { uploadKey, file } of places) void start(editor, uploadKey, file);
  };

  const retry = (editor: Editor, key: string) => {
    const file = files.current.get(key);
    if (file !== undefined) void start(editor, key, file);
  };

  return { uploads, start, insertFiles, retry, fill };
}
