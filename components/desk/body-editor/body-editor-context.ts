'use client';

import { createContext, useContext } from 'react';
import type { DeskPicture } from '@/lib/picture';

export type FoundArticle = { id: number; headline: string; publishedAt: Date };

export type UploadPicture = (
  file: File,
  onProgress: (share: number) => void,
) => Promise<{ ok: true; picture: DeskPicture } | { ok: false; message: string }>;

export type UploadState =
  | { kind: 'sending'; share: number }
  | { kind: 'failed'; message: string }
  | { kind: 'done'; picture: DeskPicture };

/** What the library takes. */
export const pictureFormats = 'image/jpeg,image/png,image/webp,image/gif';

/** What the blocks on screen need from the form around the editor; node views get no props of ours. */
export type BodyEditorContextValue = {
  pictures: ReadonlyMap<number, DeskPicture>;
  headlines: ReadonlyMap<number, string>;
  /** Uploads of this page, by the key of their place in the text. */
  uploads: ReadonlyMap<string, UploadState>;
  isReadOnly: boolean;
  /** Opens the library. */
  choosePicture: () => Promise<DeskPicture | undefined>;
  findArticles: (words: string) => Promise<FoundArticle[]>;
  rememberArticle: (article: FoundArticle) => void;
  uploadInto: (key: string, file: File) => void;
  retry: (key: string) => void;
  /** Puts an uploaded picture into its place, should that still be empty. */
  fill: (key: string, picture: DeskPicture) => void;
  /** Makes places for files at a position in the text and sends them. */
  insertFiles: (at: number, files: File[]) => void;
};

export const BodyEditorContext = createContext<BodyEditorContextValue | undefined>(undefined);

export function useBodyEditor(): BodyEditorContextValue {
  const value = useContext(BodyEditorContext);
  if (value === undefined) throw new Error('This block stands outside of the body editor.');
  return value;
}
