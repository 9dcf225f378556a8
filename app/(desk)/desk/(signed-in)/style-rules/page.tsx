import type { Metadata } from 'next';
import {
  addStyleRuleAction,
  changeStyleRuleAction,
  importStarterRulesAction,
  importStyleRulesAction,
  removeStyleRuleAction,
  switchStyleRuleAction,
  tryTextAction,
} from '@/app/(desk)/desk/(signed-in)/style-rules/actions';
import { unlessNotAllowed } from '@/app/(desk)/desk/unless-not-allowed';
import { RuleFilterForm } from '@/components/desk/house-style/rule-filter-form';
import { RulePages } from '@/components/desk/house-style/rule-pages';
import { RuleWorkplace } from '@/components/desk/house-style/rule-workplace';
import { NotAllowed } from '@/components/desk/not-allowed';
import { PageTitle } from '@/components/ui/page-title';
import { requireEditor } from '@/features/access/require-editor';
import { listStyleRules } from '@/features/house-style/list-style-rules';
import { listSectionChoices } from '@/features/sections/list-section-choices';
import { styleRuleQuestion } from '@/lib/style-rule-question';

export const metadata: Metadata = { title: '机检规则' };

export default async function StyleRulesPage({ searchParams }: PageProps<'/desk/style-rules'>) {
  const editor = await requireEditor();
  const question = styleRuleQuestion.parse(await searchParams);
  const found = await unlessNotAllowed(() => listStyleRules(editor, question));
  if (!found.isAllowed) return <NotAllowed reason={found.reason} />;
  const page = found.value;
  return (
    <>
      <PageTitle
        title="机检规则"
        note={`共 ${page.all} 条。写稿时随时查；“必改”的没有改掉，稿件不能送审，也不能发布。`}
      />
      <RuleWorkplace
        page={page}
        sections={await listSectionChoices(editor, 'editStyleRules')}
        filter={<RuleFilterForm asked={question} />}
        actions={{
          add: addStyleRuleAction,
          change: changeStyleRuleAction,
          switchOnOff: switchStyleRuleAction,
          remove: removeStyleRuleAction,
          importFile: importStyleRulesAction,
          importStarter: importStarterRulesAction,
          tryText: tryTextAction,
        }}
      />
      <RulePages asked={question} pageCount={page.pageCount} />
    </>
  );
}
