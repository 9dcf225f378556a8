import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import {
  changePasswordAction,
  endLoginAction,
  endOtherLoginsAction,
} from '@/app/(desk)/desk/(signed-in)/account/actions';
import {
  delegateAction,
  endDelegationAction,
} from '@/app/(desk)/desk/(signed-in)/account/delegation-actions';
import { type LoginLine, LoginTable } from '@/components/desk/access/login-table';
import { PasswordForm } from '@/components/desk/access/password-form';
import { RoleList } from '@/components/desk/access/role-list';
import { DelegationForm } from '@/components/desk/review/delegation-form';
import { ButtonLink } from '@/components/ui/button';
import { PageTitle } from '@/components/ui/page-title';
import { listColleagues } from '@/features/access/list-editors';
import { listOwnLogins } from '@/features/access/list-logins';
import { listScopeSections } from '@/features/access/list-scope-sections';
import { requireEditor, requireSignedIn } from '@/features/access/require-editor';
import { listDelegations, mayDelegate } from '@/features/review/delegations';
import { formatDateTime } from '@/lib/dates';
import { describeBrowser } from '@/lib/describe-browser';
import { describeRoles } from '@/lib/describe-roles';

export const metadata: Metadata = { title: '我的账号' };

export default async function AccountPage() {
  const editor = await requireEditor();
  const { loginId, hasSecondFactor } = await requireSignedIn();
  const delegations = await listDelegations(editor);
  const logins = (await listOwnLogins(editor)).map(
    ({ id, ipAddress, userAgent, createdAt, seenAt }): LoginLine => ({
      id,
      browser: describeBrowser(userAgent),
      address: ipAddress,
      since: formatDateTime(createdAt),
      lastSeen: formatDateTime(seenAt),
      isHere: id === loginId,
    }),
  );
  return (
    <div className="max-w-4xl">
      <PageTitle title="我的账号" note={`${editor.name}，${editor.email}`} />
      <div className="grid gap-8">
        <Part title="岗位" note="岗位由管理员调整。">
          <RoleList roles={describeRoles(editor.roles, await listScopeSections())} />
          <p className="mt-2">
            <ButtonLink href="/desk/editors/roles" isSmall>
              各岗位能做什么
            </ButtonLink>
          </p>
        </Part>
        {(mayDelegate(editor) || delegations.length > 0) && (
          <Part
            title="委托审稿"
            note="不在的时候，请同事代审。代审的人不能审您或他自己写的稿件，同一篇也只能参与一个审级。"
          >
            <DelegationForm
              delegations={delegations}
              colleagues={(await listColleagues()).filter(({ id }) => id !== editor.id)}
              mayDelegate={mayDelegate(editor)}
              delegate={delegateAction}
              end={endDelegationAction}
            />
          </Part>
        )}
        <Part
          title="两步验证"
          note={hasSecondFactor ? '已开启：登录时除密码外还要手机验证码。' : '没有开启。'}
        >
          <ButtonLink href="/desk/second-factor" isSmall>
            {hasSecondFactor ? '换手机，重新设置' : '开启两步验证'}
          </ButtonLink>
        </Part>
        <Part
          title="登录中的设备"
          note="12 小时不用或满 7 天，登录自动失效。有不认识的，请退出它并马上改密码。"
        >
          <LoginTable logins={logins} end={endLoginAction} endOthers={endOtherLoginsAction} />
        </Part>
        <Part title="修改密码" note="改好后，其他设备上的登录全部退出。">
          <PasswordForm action={changePasswordAction} email={editor.email} />
        </Part>
      </div>
    </div>
  );
}

function Part({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="font-bold">{title}</h2>
      <p className="mb-2.5 text-muted">{note}</p>
      {children}
    </section>
  );
}
