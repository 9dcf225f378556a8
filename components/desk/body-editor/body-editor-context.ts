'use client';

import { createContext, useContext } from 'react';
import type { DeskPicture } from '@/lib/picture';

export type FoundArticle = { id: number; headline: string; publishedAt: Date };

export type UploadPicture = (
  file: File,
  onProgress: (share: number) => void,
) => Promise<{ ok: true; picture: DeskPicture } | { ok: false; message: string }>;

/** What the blocks on screen need from the form around the editor; node views get no props of ours. */
export type BodyEditorContextValue = {
  pictures: ReadonlyMap<number, DeskPicture>;
  headlines: ReadonlyMap<number, string>;
  /** Uploads under way, by the key of their box: how much of each has arrived, 0 to 1. */
  progress: ReadonlyMap<string, number>;
  isReadOnly: boolean;
  /** Opens the library. */
  choosePicture: () => Promise<DeskPicture | undefined>;
  findArticles: (words: string) => Promise<FoundArticle[]>;
  rememberArticle: (article: FoundArticle) => void;
  uploadInto: (key: string, file: File) => void;
  retry: (key: string) => void;
};

export const BodyEditorContext = createContext<BodyEditorContextValue | undefined>(undefined);

export function useBodyEditor(): BodyEditorContextValue {
  const value = useContext(BodyEditorContext);
  if (value === undefined) throw new Error('This block stands outside of the body editor.');
  return value;
}
