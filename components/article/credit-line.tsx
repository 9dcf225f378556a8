import { Fragment } from 'react';
import type { SignedCredit } from '@/features/articles/find-published-article';
import { authorAddress } from '@/lib/addresses';
import { type ContributorRole, contributorRoleLabels } from '@/lib/contributor-role';

type CreditLineProps = {
  credits: SignedCredit[];
  roles: readonly ContributorRole[];
  /** Between the role and its names: a blank under the headline, a colon in the sign-off. */
  separator: ' ' | '：';
  /** Whether names lead to what else the person has signed. */
  isLinked?: boolean;
};

/** People by role: 记者 孙磊 李明. Roles stand in the order in which the newsroom first names them. */
export function CreditLine({ credits, roles, separator, isLinked = false }: CreditLineProps) {
  const named = credits.filter((credit) => roles.includes(credit.role));
  return [...new Set(named.map((credit) => credit.role))].map((role) => (
    <span key={role}>
      {contributorRoleLabels[role]}
      {separator}
      {named
        .filter((credit) => credit.role === role)
        .map(({ name, contributorId }, index) => (
          <Fragment key={name}>
            {index > 0 && ' '}
            {isLinked && contributorId !== undefined ? (
              <a href={authorAddress(contributorId)} rel="author">
                {name}
              </a>
            ) : (
              name
            )}
          </Fragment>
        ))}
    </span>
  ));
}
