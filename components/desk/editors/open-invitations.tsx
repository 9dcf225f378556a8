'use client';

import { ActionButton } from '@/components/ui/action-button';
import { cellClass, Table } from '@/components/ui/table';
import type { FormState } from '@/lib/form-state';

type OpenInvitationsProps = {
  invitations: readonly { id: number; person: string; until: string }[];
  revoke: (invitationId: number) => Promise<FormState>;
};

/** One-time links that nobody has used yet. The links themselves are known to nobody any more. */
export function OpenInvitations({ invitations, revoke }: OpenInvitationsProps) {
  return (
    <section>
      <h2 className="mb-2 font-bold">还没有用的链接</h2>
      <Table label="还没有用的链接" heads={['给谁', '有效到', '']}>
        {invitations.map(({ id, person, until }) => (
          <tr key={id}>
            <td className={`${cellClass} break-words`}>{person}</td>
            <td className={`${cellClass} whitespace-nowrap`}>{until}</td>
            <td className={`${cellClass} text-right`}>
              <ActionButton
                isSmall
                action={() => revoke(id)}
                confirm={{
                  title: '撤销这个链接？',
                  description: `给${person}的链接会立即失效，需要时可以再生成。`,
                  confirmLabel: '撤销链接',
                }}
              >
                撤销
              </ActionButton>
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
