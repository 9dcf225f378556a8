import type { Credit } from '@/features/articles/insert-article';
import { type ContributorRole, contributorRoleLabels } from '@/lib/contributor-role';

type CreditLineProps = {
  credits: Credit[];
  roles: readonly ContributorRole[];
  /** Between the role and its names: a blank under the headline, a colon in the sign-off. */
  separator: ' ' | '：';
};

/** People by role: 记者 孙磊 李明. Roles stand in the order in which the newsroom first names them. */
export function CreditLine({ credits, roles, separator }: CreditLineProps) {
  const named = credits.filter((credit) => roles.includes(credit.role));
  return [...new Set(named.map((credit) => credit.role))].map((role) => (
    <span key={role}>
      {contributorRoleLabels[role]}
      {separator}
      {named
        .filter((credit) => credit.role === role)
        .map((credit) => credit.name)
        .join(' ')}
    </span>
  ));
}
