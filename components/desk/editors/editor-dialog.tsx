'use client';

import { useState } from 'react';
import type { EditorLine } from '@/components/desk/editors/editor-table';
import { OneTimeLink } from '@/components/desk/editors/one-time-link';
import { RolesDialog } from '@/components/desk/editors/roles-dialog';
import { ConfirmDialog } from '@/components/ui/action-button';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { ScopeSection } from '@/features/access/list-scope-sections';
import { type FormState, untouched } from '@/lib/form-state';
import type { Outcome } from '@/lib/problems';

export type EditorTask = 'changeRoles' | 'makePasswordLink' | 'forgetSecondFactor' | 'disable' | 'enable';

export type EditorActions = {
  changeRoles: (change: unknown) => Promise<FormState>;
  setDisabled: (change: unknown) => Promise<FormState>;
  makePasswordLink: (editorId: number) => Promise<Outcome<{ link: string }>>;
  forgetSecondFactor: (editorId: number) => Promise<FormState>;
};

type EditorDialogProps = {
  task: EditorTask;
  person: EditorLine;
  sections: readonly ScopeSection[];
  actions: EditorActions;
  onClose: () => void;
};

/** The dialog for what was chosen in somebody's menu. */
export function EditorDialog({ task, person, sections, actions, onClose }: EditorDialogProps) {
  const { id: editorId, name } = person;
  const shared = { isOpen: true, onClose };
  if (task === 'changeRoles') {
    return <RolesDialog person={person} sections={sections} onClose={onClose} change={actions.changeRoles} />;
  }
  if (task === 'makePasswordLink') {
    return <PasswordLinkDialog person={person} make={actions.makePasswordLink} onClose={onClose} />;
  }
  if (task === 'forgetSecondFactor') {
    return (
      <ConfirmDialog
        {...shared}
        title={`解除${name}的两步验证？`}
        description="只在对方丢了手机和备用码时这样做，并请先当面或打电话确认是本人。解除后只凭密码就能登录，有发布权限的人下次登录要重新设置。"
        confirmLabel="解除两步验证"
        action={() => actions.forgetSecondFactor(editorId)}
      />
    );
  }
  if (task === 'disable') {
    return (
      <ConfirmDialog
        {...shared}
        title={`停用${name}的账号？`}
        description="对方立即退出，不能再登录。写过的稿件和记录都保留，以后可以恢复。"
        confirmLabel="停用账号"
        action={() => actions.setDisabled({ editorId, isDisabled: true })}
      />
    );
  }
  return (
    <ConfirmDialog
      {...shared}
      title={`恢复${name}的账号？`}
      description="恢复后可以用原来的密码和岗位登录。"
      confirmLabel="恢复账号"
      action={() => actions.setDisabled({ editorId, isDisabled: false })}
    />
  );
}

type PasswordLinkDialogProps = {
  person: EditorLine;
  make: EditorActions['makePasswordLink'];
  onClose: () => void;
};

function PasswordLinkDialog({ person, make, onClose }: PasswordLinkDialogProps) {
  const [link, setLink] = useState<string>();
  return (
    <Dialog title={`重设${person.name}的密码`} isOpen onClose={onClose}>
      {link === undefined ? (
        <ActionForm
          action={async () => {
            const answer = await make(person.id);
            if (!answer.ok) return { problems: answer.problems };
            setLink(answer.value.link);
            return untouched;
          }}
        >
          {({ isPending }) => (
            <>
              <p>
                生成一个链接，由您发给本人；对方打开后自己设新密码，旧密码用到那时为止。两步验证不受影响。
              </p>
              <div className="flex justify-end gap-2">
                <Button onClick={onClose}>取消</Button>
                <Button type="submit" look="primary" disabled={isPending}>
                  {isPending ? '请稍候……' : '生成链接'}
                </Button>
              </div>
            </>
          )}
        </ActionForm>
      ) : (
        <OneTimeLink link={link} note="请把链接发给本人，2 小时内有效，只能用一次。" />
      )}
    </Dialog>
  );
}
