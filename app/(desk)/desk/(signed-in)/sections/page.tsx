import type { Metadata } from 'next';
import {
  addSectionAction,
  changeSectionAction,
  moveSectionAction,
  removeSectionAction,
  suggestSegmentAction,
} from '@/app/(desk)/desk/(signed-in)/sections/actions';
import { unlessNotAllowed } from '@/app/(desk)/desk/unless-not-allowed';
import { NotAllowed } from '@/components/desk/not-allowed';
import { SectionTree } from '@/components/desk/sections/section-tree';
import { PageTitle } from '@/components/ui/page-title';
import { requireEditor } from '@/features/access/require-editor';
import { listSectionTree } from '@/features/sections/list-section-tree';

export const metadata: Metadata = { title: '栏目' };

export default async function SectionsPage() {
  const editor = await requireEditor();
  const found = await unlessNotAllowed(() => listSectionTree(editor));
  if (!found.isAllowed) return <NotAllowed reason={found.reason} />;
  return (
    <>
      <PageTitle
        title="栏目"
        note={`共 ${found.value.length} 个。先后就是网站导航的先后；光标在一行上时，按 Alt+↑ 或 Alt+↓ 也能移动。`}
      />
      <SectionTree
        sections={found.value}
        actions={{
          add: addSectionAction,
          change: changeSectionAction,
          move: moveSectionAction,
          remove: removeSectionAction,
          suggestSegment: suggestSegmentAction,
        }}
      />
    </>
  );
}
