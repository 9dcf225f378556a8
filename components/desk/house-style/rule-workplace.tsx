'use client';

import { Download, Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { ImportDialog } from '@/components/desk/house-style/import-dialog';
import type { RuleActions } from '@/components/desk/house-style/rule-actions';
import { RuleDialog } from '@/components/desk/house-style/rule-dialog';
import { RuleTable } from '@/components/desk/house-style/rule-table';
import { TryText } from '@/components/desk/house-style/try-text';
import { ActionButton } from '@/components/ui/action-button';
import { Button, buttonClass } from '@/components/ui/button';
import type { DeskStyleRule, StyleRulePage } from '@/features/house-style/list-style-rules';
import type { SectionChoice } from '@/features/sections/list-section-choices';

type Asking = { kind: 'rule'; rule: DeskStyleRule | undefined } | { kind: 'import' };

/** The newsroom's rules and everything that can be done with them. */
export function RuleWorkplace({
  page,
  sections,
  filter,
  actions,
}: {
  page: StyleRulePage;
  sections: SectionChoice[];
  filter: ReactNode;
  actions: RuleActions;
}) {
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  return (
    <>
      <div className="mb-4 flex flex-wrap gap-2">
        <Button look="primary" onClick={() => setAsking({ kind: 'rule', rule: undefined })}>
          <Plus size={16} aria-hidden />
          新建规则
        </Button>
        <Button onClick={() => setAsking({ kind: 'import' })}>导入 CSV</Button>
        <a href="/desk/style-rules/export" download className={buttonClass()}>
          <Download size={16} aria-hidden />
          导出 CSV
        </a>
        {page.all === 0 && page.mayEditPortal && (
          <ActionButton action={actions.importStarter}>导入起步规则</ActionButton>
        )}
      </div>
      <TryText sections={sections} tryText={actions.tryText} />
      {filter}
      {page.found === 0 ? (
        <p className="rounded-md border border-rule bg-sheet px-3 py-6 text-center text-muted">
          {page.all === 0
            ? '还没有规则。可以新建，也可以导入起步规则：常见错字、标点和数字用法。'
            : '没有符合条件的规则，请换个条件或清除筛选。'}
        </p>
      ) : (
        <RuleTable
          rules={page.rules}
          found={page.found}
          actions={actions}
          onChange={(rule) => setAsking({ kind: 'rule', rule })}
        />
      )}
      {asking?.kind === 'rule' && (
        <RuleDialog
          rule={asking.rule}
          sections={sections}
          mayEditPortal={page.mayEditPortal}
          actions={actions}
          onClose={close}
        />
      )}
      {asking?.kind === 'import' && <ImportDialog importFile={actions.importFile} onClose={close} />}
    </>
  );
}
