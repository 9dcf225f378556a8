import type { ReactNode } from 'react';
import { DeskFrame } from '@/components/desk/desk-frame';
import type { DeskPage } from '@/components/desk/desk-navigation';
import { signOutAction } from '@/app/(desk)/desk/sign-out-action';
import type { Editor } from '@/features/access/editor';
import { mayAnywhere, mayForPortal } from '@/features/access/permission';
import { requireEditor } from '@/features/access/require-editor';
import { getRootSection } from '@/features/sections/section-tree';

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const editor = await requireEditor();
  const { name } = await getRootSection();
  return (
    <DeskFrame
      siteName={name}
      editorName={editor.name}
      open={await openPages(editor)}
      signOut={signOutAction}
    >
      {children}
    </DeskFrame>
  );
}

/** What the navigation offers. It protects nothing: each page and verb asks for itself. */
async function openPages(editor: Editor): Promise<DeskPage[]> {
  return [
    ...(mayAnywhere(editor, 'viewArticle') ? (['articles'] as const) : []),
    ...(mayAnywhere(editor, 'viewPictures') || mayAnywhere(editor, 'addPicture')
      ? (['pictures'] as const)
      : []),
    ...((await mayForPortal(editor, 'curateFronts')) ? (['fronts'] as const) : []),
    ...((await mayForPortal(editor, 'editSections')) ? (['sections'] as const) : []),
    ...((await mayForPortal(editor, 'manageEditors')) ? (['editors'] as const) : []),
    ...(mayAnywhere(editor, 'viewArticle') ? (['searches'] as const) : []),
    ...((await mayForPortal(editor, 'viewAudit')) ? (['audit'] as const) : []),
  ];
}
