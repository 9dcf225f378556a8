import type { DescribedRole } from '@/lib/describe-roles';

/** Somebody's roles with their sections, one a line. */
export function RoleList({ roles }: { roles: readonly DescribedRole[] }) {
  if (roles.length === 0) return <span className="text-muted">没有岗位</span>;
  return (
    <ul>
      {roles.map(({ role, sections }) => (
        <li key={role}>
          {role}
          <span className="text-muted">（{sections}）</span>
        </li>
      ))}
    </ul>
  );
}
