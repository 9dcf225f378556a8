import type { Metadata } from 'next';
import {
  addSectionAction,
  changeSectionAction,
  moveSectionAction,
  removeSectionAction,
  setReviewRulesAction,
  suggestSegmentAction,
} from '@/app/(desk)/desk/(signed-in)/sections/actions';
import { unlessNotAllowed } from '@/app/(desk)/desk/unless-not-allowed';
import { NotAllowed } from '@/components/desk/not-allowed';
import { RulesTable } from '@/components/desk/review/rules-table';
import { SectionTree } from '@/components/desk/sections/section-tree';
import { PageTitle } from '@/components/ui/page-title';
import { requireEditor } from '@/features/access/require-editor';
import { listReviewRules } from '@/features/review/set-review-rules';
import { listSectionTree } from '@/features/sections/list-section-tree';

export const metadata: Metadata = { title: '栏目' };

export default async function SectionsPage() {
  const editor = await requireEditor();
  const found = await unlessNotAllowed(() => listSectionTree(editor));
  if (!found.isAllowed) return <NotAllowed reason={found.reason} />;
  // An administrator keeps the tree; what is reviewed how often, the chief editor says.
  const rules = await unlessNotAllowed(() => listReviewRules(editor));
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
      {rules.isAllowed && (
        <section className="mt-8">
          <h2 className="font-bold">审核规则</h2>
          <p className="mb-2.5 text-muted">
            发布前要审几级。灰色的与上级栏目相同；改上级，没有另定的下级跟着变，正在审的稿件马上按新规则算。
          </p>
          <RulesTable
            save={setReviewRulesAction}
            lines={found.value.map(({ id, name, depth }) => ({
              id,
              name,
              depth,
              rules: rules.value.get(id)!,
            }))}
          />
        </section>
      )}
    </>
  );
}
