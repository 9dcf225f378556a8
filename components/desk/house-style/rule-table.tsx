import { LevelBadge } from '@/components/desk/house-style/level-badge';
import type { RuleActions } from '@/components/desk/house-style/rule-actions';
import { ActionButton } from '@/components/ui/action-button';
import { Button } from '@/components/ui/button';
import { cellClass, Table } from '@/components/ui/table';
import type { DeskStyleRule } from '@/features/house-style/list-style-rules';
import { formatDate } from '@/lib/dates';
import { styleCategoryLabels, styleSkipLabels } from '@/lib/style-rule';

/** Rules as lines, the newest first. */
export function RuleTable({
  rules,
  found,
  actions,
  onChange,
}: {
  rules: DeskStyleRule[];
  found: number;
  actions: RuleActions;
  onChange: (rule: DeskStyleRule) => void;
}) {
  return (
    <>
      <p className="mb-2 text-muted" role="status">
        找到 {found} 条
      </p>
      <Table label="机检规则" heads={['级别', '写法', '替换为', '说明', '范围', '最后修改', '']}>
        {rules.map((rule) => (
          <tr key={rule.id} className={rule.isEnabled ? '' : 'text-muted'}>
            <td className={`${cellClass} whitespace-nowrap`}>
              <LevelBadge level={rule.level} /> {styleCategoryLabels[rule.category]}
            </td>
            <td className={`${cellClass} min-w-28 break-all`}>
              {rule.kind === 'pattern' ? <code>{rule.text}</code> : rule.text}
              {rule.kind === 'pattern' && <span className="text-muted">（句式）</span>}
              {!rule.isEnabled && <strong>（停用）</strong>}
            </td>
            <td className={`${cellClass} min-w-16 break-all`}>
              {rule.replacement === '' ? <span className="text-muted">删去</span> : rule.replacement}
            </td>
            <td className={`${cellClass} min-w-44`}>
              {rule.message}
              {rule.exceptions.length > 0 && (
                <span className="block text-[0.8125rem] text-muted">例外：{rule.exceptions.join('、')}</span>
              )}
            </td>
            <td className={`${cellClass} min-w-20`}>
              {rule.sectionName ?? '全站'}
              {rule.skips.length > 0 && (
                <span className="block text-[0.8125rem] text-muted">
                  不查{rule.skips.map((skip) => styleSkipLabels[skip]).join('、')}
                </span>
              )}
            </td>
            <td className={`${cellClass} whitespace-nowrap`}>
              {formatDate(rule.updatedAt)}
              <span className="block text-[0.8125rem] text-muted">{rule.updatedByName}</span>
            </td>
            <td className={`${cellClass} whitespace-nowrap`}>
              {rule.mayEdit && <RuleButtons rule={rule} actions={actions} onChange={() => onChange(rule)} />}
            </td>
          </tr>
        ))}
      </Table>
    </>
  );
}

function RuleButtons({
  rule,
  actions,
  onChange,
}: {
  rule: DeskStyleRule;
  actions: RuleActions;
  onChange: () => void;
}) {
  const which = { ruleId: rule.id, version: rule.version };
  const name = <span className="sr-only">“{rule.text}”</span>;
  return (
    <div className="flex gap-1">
      <Button isSmall onClick={onChange}>
        修改{name}
      </Button>
      <ActionButton
        isSmall
        look="quiet"
        action={() => actions.switchOnOff({ ...which, isEnabled: !rule.isEnabled })}
      >
        {rule.isEnabled ? '停用' : '启用'}
        {name}
      </ActionButton>
      <ActionButton
        isSmall
        look="quiet"
        action={() => actions.remove(which)}
        confirm={{
          title: '删除规则',
          description: `查“${rule.text}”的规则删除后不能恢复；只是暂时不用，请选“停用”。`,
          confirmLabel: '确认删除',
        }}
      >
        删除{name}
      </ActionButton>
    </div>
  );
}
