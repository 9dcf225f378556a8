import type { EditorRole } from '@/lib/editor-role';

/** Who is at the desk, as every verb takes it. Made from a login by find-editor.ts and by nothing else. */
export type Editor = {
  id: number;
  name: string;
  email: string;
  roles: { role: EditorRole; sectionId: number }[];
};
