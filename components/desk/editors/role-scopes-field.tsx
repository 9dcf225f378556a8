'use client';

import { Plus, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { inputClass } from '@/components/ui/field';
import type { ScopeSection } from '@/features/access/list-scope-sections';
import { type EditorRole, editorRoleLabels, editorRoles } from '@/lib/editor-role';

export type RoleScope = { role: EditorRole; sectionId: number };

type RoleScopesFieldProps = {
  sections: readonly ScopeSection[];
  value: readonly RoleScope[];
  onChange: (value: RoleScope[]) => void;
};

/** Rows of a role and the section it counts for, with everything below that section. */
export function RoleScopesField({ sections, value, onChange }: RoleScopesFieldProps) {
  const replace = (index: number, change: Partial<RoleScope>) =>
    onChange(value.map((one, at) => (at === index ? { ...one, ...change } : one)));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-medium">岗位和栏目</legend>
      {value.map(({ role, sectionId }, index) => (
        <div key={index} className="flex items-center gap-2">
          <select
            aria-label={`岗位 ${index + 1}`}
            className={inputClass}
            value={role}
            onChange={(event) => replace(index, { role: event.target.value as EditorRole })}
          >
            {editorRoles.map((one) => (
              <option key={one} value={one}>
                {editorRoleLabels[one]}
              </option>
            ))}
          </select>
          <select
            aria-label={`栏目 ${index + 1}`}
            className={inputClass}
            value={sectionId}
            onChange={(event) => replace(index, { sectionId: Number(event.target.value) })}
          >
            {sections.map(({ id, name, depth }) => (
              <option key={id} value={id}>
                {depth === 0 ? '全站' : `${'　'.repeat(depth - 1)}${name}`}
              </option>
            ))}
          </select>
          <Button
            look="quiet"
            isSmall
            aria-label={`去掉第 ${index + 1} 个岗位`}
            disabled={value.length === 1}
            onClick={() => onChange(value.filter((_, at) => at !== index))}
          >
            <X size={15} aria-hidden />
          </Button>
        </div>
      ))}
      <div>
        <Button isSmall onClick={() => onChange([...value, firstChoice(sections)])}>
          <Plus size={15} aria-hidden />
          再加一个岗位
        </Button>
      </div>
      <p className="text-[0.8125rem] text-muted">
        选一个栏目，就包括它下面的所有栏目。管理员的权限要选“全站”。
      </p>
    </fieldset>
  );
}

/** The role that most people have, everywhere. */
export function firstChoice(sections: readonly ScopeSection[]): RoleScope {
  return { role: 'reporter', sectionId: sections[0]?.id ?? 1 };
}
