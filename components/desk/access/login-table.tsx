'use client';

import { ActionButton } from '@/components/ui/action-button';
import { cellClass, Table } from '@/components/ui/table';
import type { FormState } from '@/lib/form-state';

export type LoginLine = {
  id: number;
  browser: string;
  address: string;
  since: string;
  lastSeen: string;
  isHere: boolean;
};

type LoginTableProps = {
  logins: readonly LoginLine[];
  end: (loginId: number) => Promise<FormState>;
  endOthers: () => Promise<FormState>;
};

/** Where one is signed in; each can be ended, the present one by signing out. */
export function LoginTable({ logins, end, endOthers }: LoginTableProps) {
  return (
    <div className="grid gap-3">
      <Table label="登录中的设备" heads={['浏览器', '地址', '登录于', '最近使用', '']}>
        {logins.map(({ id, browser, address, since, lastSeen, isHere }) => (
          <tr key={id}>
            <td className={cellClass}>
              {browser}
              {isHere && <span className="ml-1.5 rounded bg-tint px-1.5 py-0.5 font-medium">本机</span>}
            </td>
            <td className={`${cellClass} break-all`}>{address}</td>
            <td className={`${cellClass} whitespace-nowrap`}>{since}</td>
            <td className={`${cellClass} whitespace-nowrap`}>{lastSeen}</td>
            <td className={`${cellClass} text-right`}>
              {!isHere && (
                <ActionButton isSmall action={() => end(id)}>
                  退出这个登录
                </ActionButton>
              )}
            </td>
          </tr>
        ))}
      </Table>
      {logins.length > 1 && (
        <div>
          <ActionButton action={endOthers}>退出其他所有登录</ActionButton>
        </div>
      )}
    </div>
  );
}
