'use client';

import { useRef, useState } from 'react';
import type { UploadPicture } from '@/components/desk/media/upload-picture';
import type { DeskPicture } from '@/lib/picture';

export type PendingUpload = {
  key: number;
  name: string;
  /** Of the bytes, from 0 to 1; at 1 the server is at work. */
  share: number;
  /** Why it failed. */
  message?: string;
};

type UploadQueue = {
  uploads: PendingUpload[];
  add: (files: readonly File[]) => void;
  dismiss: (key: number) => void;
};

let lastKey = 0;

/** Uploads files one after the other; those that arrived leave the list, those that failed say why. */
export function useUploadQueue(
  uploadPicture: UploadPicture,
  onUploaded: (picture: DeskPicture) => void,
): UploadQueue {
  const [uploads, setUploads] = useState<PendingUpload[]>([]);
  // One chain of promises for the life of the component.
  const line = useRef(Promise.resolve());

  function change(key: number, changes: Partial<PendingUpload>): void {
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...changes } : one)));
  }
  function dismiss(key: number): void {
    setUploads((all) => all.filter((one) => one.key !== key));
  }
  function add(files: readonly File[]): void {
    for (const file of files) {
      lastKey += 1;
      const key = lastKey;
      setUploads((all) => [...all, { key, name: file.name, share: 0 }]);
      line.current = line.current.then(async () => {
        const result = await uploadPicture(file, (share) => change(key, { share }));
        if (!result.ok) {
          change(key, { message: result.message });
          return;
        }
        dismiss(key);
        onUploaded(result.picture);
      });
    }
  }
  return { uploads, add, dismiss };
}
