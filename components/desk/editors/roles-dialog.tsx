'use client';

import { useState } from 'react';
import { firstChoice, type RoleScope, RoleScopesField } from '@/components/desk/editors/role-scopes-field';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { ScopeSection } from '@/features/access/list-scope-sections';
import type { FormState } from '@/lib/form-state';

type RolesDialogProps = {
  person: { id: number; name: string; roles: readonly RoleScope[]; isSelf: boolean };
  sections: readonly ScopeSection[];
  onClose: () => void;
  change: (change: unknown) => Promise<FormState>;
};

export function RolesDialog({ person, sections, onClose, change }: RolesDialogProps) {
  const [roles, setRoles] = useState<RoleScope[]>(
    person.roles.length > 0 ? [...person.roles] : [firstChoice(sections)],
  );
  return (
    <Dialog
      title={`调整岗位：${person.name}`}
      description={
        person.isSelf ? '这是您自己。保存后您要重新登录。' : '保存后对方的登录全部退出，重新登录即按新岗位。'
      }
      isOpen
      onClose={onClose}
    >
      <ActionForm action={() => change({ editorId: person.id, roles })} onDone={onClose}>
        {({ isPending }) => (
          <>
            <RoleScopesField sections={sections} value={roles} onChange={setRoles} />
            <div className="flex justify-end gap-2">
              <Button onClick={onClose}>取消</Button>
              <Button type="submit" look="primary" disabled={isPending}>
                {isPending ? '正在保存……' : '保存岗位'}
              </Button>
            </div>
          </>
        )}
      </ActionForm>
    </Dialog>
  );
}
