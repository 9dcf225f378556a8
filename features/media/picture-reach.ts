import type { Editor } from '@/features/access/editor';
import { mayAnywhere, NotAllowedError } from '@/features/access/permission';

type Uploaded = { uploadedBy: number | null };

/** Which pictures the editor may look at: all, or those they uploaded. Throws NotAllowedError for none. */
export function picturesInReach(editor: Editor): 'all' | 'own' {
  if (mayAnywhere(editor, 'viewPictures')) return 'all';
  if (mayAnywhere(editor, 'addPicture')) return 'own';
  throw new NotAllowedError('viewPictures');
}

export function mayViewPicture(editor: Editor, picture: Uploaded): boolean {
  return picturesInReach(editor) === 'all' || picture.uploadedBy === editor.id;
}

/** Whoever uploads a picture says what is on it, until they may no longer upload. */
export function mayChangePicture(editor: Editor, picture: Uploaded): boolean {
  if (mayAnywhere(editor, 'editPicture')) return true;
  return mayAnywhere(editor, 'addPicture') && picture.uploadedBy === editor.id;
}
