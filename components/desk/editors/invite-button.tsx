'use client';

import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { OneTimeLink } from '@/components/desk/editors/one-time-link';
import { firstChoice, type RoleScope, RoleScopesField } from '@/components/desk/editors/role-scopes-field';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import type { ScopeSection } from '@/features/access/list-scope-sections';
import { untouched } from '@/lib/form-state';
import type { Outcome } from '@/lib/problems';

type InviteButtonProps = {
  sections: readonly ScopeSection[];
  invite: (draft: unknown) => Promise<Outcome<{ link: string }>>;
};

export function InviteButton({ sections, invite }: InviteButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const [link, setLink] = useState<string>();
  function close(): void {
    setOpen(false);
    setLink(undefined);
  }
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        <UserPlus size={16} aria-hidden />
        邀请同事
      </Button>
      <Dialog title={link === undefined ? '邀请同事' : '邀请链接已生成'} isOpen={isOpen} onClose={close}>
        {link === undefined ? (
          <InviteForm sections={sections} invite={invite} onInvited={setLink} />
        ) : (
          <OneTimeLink
            link={link}
            note="请把链接发给本人。对方打开后设好密码就能登录，7 天内有效，只能用一次。"
          />
        )}
      </Dialog>
    </>
  );
}

function InviteForm({
  sections,
  invite,
  onInvited,
}: InviteButtonProps & { onInvited: (link: string) => void }) {
  const [roles, setRoles] = useState<RoleScope[]>([firstChoice(sections)]);
  return (
    <ActionForm
      fields={['name', 'email']}
      action={async (_previous, form) => {
        const answer = await invite({ name: form.get('name'), email: form.get('email'), roles });
        if (!answer.ok) return { problems: answer.problems };
        onInvited(answer.value.link);
        return untouched;
      }}
    >
      {({ problems, isPending }) => (
        <>
          <TextField
            label="姓名"
            name="name"
            required
            maxLength={60}
            hint="署名和操作记录里显示的名字。"
            problems={problems}
          />
          <TextField label="邮箱" name="email" type="email" required hint="登录时用。" problems={problems} />
          <RoleScopesField sections={sections} value={roles} onChange={setRoles} />
          <div className="flex justify-end">
            <Button type="submit" look="primary" disabled={isPending}>
              {isPending ? '请稍候……' : '生成邀请链接'}
            </Button>
          </div>
        </>
      )}
    </ActionForm>
  );
}
