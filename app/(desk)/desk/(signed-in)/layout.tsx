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
  const { id, name } = await getRootSection();
  return (
    <DeskFrame siteName={name} editorName={editor.name} open={openPages(editor, id)} signOut={signOutAction}>
      {children}
    </DeskFrame>
  );
}

/** What the navigation offers. It protects nothing: each page and verb asks for itself. */
function openPages(editor: Editor, rootId: number): DeskPage[] {
  return [
    ...(mayAnywhere(editor, 'viewArticle') ? (['articles'] as const) : []),
    'notices',
    ...(mayAnywhere(editor, 'viewPictures') || mayAnywhere(editor, 'addPicture')
      ? (['pictures'] as const)
      : []),
    ...(mayAnywhere(editor, 'handleReports') ? (['reports'] as const) : []),
    ...(mayForPortal(editor, 'curateFronts', rootId) ? (['fronts'] as const) : []),
    ...(mayForPortal(editor, 'editSections', rootId) ? (['sections'] as const) : []),
    ...(mayAnywhere(editor, 'editStyleRules') ? (['styleRules'] as const) : []),
    ...(mayForPortal(editor, 'manageEditors', rootId) ? (['editors'] as const) : []),
    ...(mayAnywhere(editor, 'viewArticle') ? (['searches'] as const) : []),
    ...(mayForPortal(editor, 'editSettings', rootId) ? (['settings', 'push'] as const) : []),
    ...(mayAnywhere(editor, 'publishArticle') ? (['imports'] as const) : []),
    ...(mayForPortal(editor, 'viewAudit', rootId) ? (['audit'] as const) : []),
  ];
}
