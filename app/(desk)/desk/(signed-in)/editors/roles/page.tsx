import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button';
import { PageTitle } from '@/components/ui/page-title';
import { cellClass, Table } from '@/components/ui/table';
import { requireEditor } from '@/features/access/require-editor';
import { deskVerbLabels, deskVerbs, needsSecondFactor, roleVerbs } from '@/features/access/role-verbs';
import { editorRoleLabels, editorRoles } from '@/lib/editor-role';

export const metadata: Metadata = { title: '各岗位能做什么' };

const reachLabels = { own: '本人', any: '全部' };

/** The table that permission.ts decides by, as it is. Open to everybody at the desk: it is no secret. */
export default async function RolesPage() {
  await requireEditor();
  return (
    <>
      <PageTitle
        title="各岗位能做什么"
        note="“全部”指岗位所在栏目及其下级的所有稿件，“本人”只指自己新建的稿件。一个人可以有几个岗位，权限相加。"
      >
        <ButtonLink href="/desk/account">我的账号</ButtonLink>
      </PageTitle>
      <Table label="各岗位的权限" heads={['操作', ...editorRoles.map((role) => editorRoleLabels[role])]}>
        {deskVerbs.map((verb) => (
          <tr key={verb}>
            <th scope="row" className={`${cellClass} font-medium whitespace-nowrap`}>
              {deskVerbLabels[verb]}
            </th>
            {editorRoles.map((role) => {
              const reach = roleVerbs[role][verb];
              return (
                <td key={role} className={`${cellClass} whitespace-nowrap`}>
                  {reach === undefined ? <span className="text-muted">—</span> : reachLabels[reach]}
                </td>
              );
            })}
          </tr>
        ))}
        <tr>
          <th scope="row" className={`${cellClass} font-medium whitespace-nowrap`}>
            须设两步验证
          </th>
          {editorRoles.map((role) => (
            <td key={role} className={cellClass}>
              {needsSecondFactor(role) ? '是' : <span className="text-muted">—</span>}
            </td>
          ))}
        </tr>
      </Table>
    </>
  );
}
