'use client';

import { useState } from 'react';
import { RoleList } from '@/components/desk/access/role-list';
import { EditorDialog, type EditorActions, type EditorTask } from '@/components/desk/editors/editor-dialog';
import type { RoleScope } from '@/components/desk/editors/role-scopes-field';
import { inputClass } from '@/components/ui/field';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { cellClass, Table } from '@/components/ui/table';
import type { ScopeSection } from '@/features/access/list-scope-sections';
import type { DescribedRole } from '@/lib/describe-roles';

export type EditorLine = {
  id: number;
  name: string;
  email: string;
  roles: readonly RoleScope[];
  describedRoles: readonly DescribedRole[];
  isDisabled: boolean;
  hasSecondFactor: boolean;
  isSelf: boolean;
};

type EditorTableProps = {
  editors: readonly EditorLine[];
  sections: readonly ScopeSection[];
  actions: EditorActions;
};

/** Everybody with an account, searched here: a newsroom has some hundred people, not some thousand. */
export function EditorTable({ editors, sections, actions }: EditorTableProps) {
  const [search, setSearch] = useState('');
  const [task, setTask] = useState<{ kind: EditorTask; editorId: number }>();
  const words = search.trim().toLowerCase();
  const shown = editors.filter((one) =>
    [one.name, one.email, ...one.describedRoles.flatMap(({ role, sections: where }) => [role, where])].some(
      (text) => text.toLowerCase().includes(words),
    ),
  );
  const person = editors.find(({ id }) => id === task?.editorId);
  return (
    <section className="grid gap-2">
      <div className="flex items-center gap-3">
        <h2 className="grow font-bold">账号</h2>
        <input
          type="search"
          aria-label="查找人员"
          placeholder="姓名、邮箱、岗位或栏目"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          className={`${inputClass} max-w-64`}
        />
      </div>
      <Table label="账号" heads={['姓名', '岗位', '状态', '两步验证', '']}>
        {shown.map((one) => (
          <tr key={one.id} className={one.isDisabled ? 'text-muted' : ''}>
            <td className={cellClass}>
              <p className="font-medium">
                {one.name}
                {one.isSelf && <span className="font-normal text-muted">（您自己）</span>}
              </p>
              <p className="break-all text-muted">{one.email}</p>
            </td>
            <td className={cellClass}>
              <RoleList roles={one.describedRoles} />
            </td>
            <td className={`${cellClass} whitespace-nowrap`}>{one.isDisabled ? '已停用' : '正常'}</td>
            <td className={`${cellClass} whitespace-nowrap`}>{one.hasSecondFactor ? '已开启' : '未开启'}</td>
            <td className={`${cellClass} text-right`}>
              <Menu
                label={`${one.name}的操作`}
                entries={entriesFor(one, (kind) => setTask({ kind, editorId: one.id }))}
              />
            </td>
          </tr>
        ))}
        {shown.length === 0 && (
          <tr>
            <td colSpan={5} className={`${cellClass} text-muted`}>
              没有找到“{search.trim()}”，请换个词。
            </td>
          </tr>
        )}
      </Table>
      {task !== undefined && person !== undefined && (
        <EditorDialog
          key={`${task.kind}-${task.editorId}`}
          task={task.kind}
          person={person}
          sections={sections}
          actions={actions}
          onClose={() => setTask(undefined)}
        />
      )}
    </section>
  );
}

function entriesFor(
  { isDisabled, hasSecondFactor, isSelf }: EditorLine,
  begin: (kind: EditorTask) => void,
): MenuEntry[] {
  return [
    { label: '调整岗位', onSelect: () => begin('changeRoles') },
    { label: '生成重设密码的链接', onSelect: () => begin('makePasswordLink') },
    ...(hasSecondFactor && !isSelf
      ? [{ label: '解除两步验证', onSelect: () => begin('forgetSecondFactor') }]
      : []),
    isDisabled
      ? { label: '恢复账号', onSelect: () => begin('enable') }
      : { label: '停用账号', onSelect: () => begin('disable'), isDanger: true },
  ];
}
