/**
 * What a person did for an article. The order is the order of the credits on the page:
 * who reported it, who made the pictures, who edited and proofread it.
 */
export const contributorRoles = [
  'reporter',
  'correspondent',
  'photographer',
  'editor',
  'responsibleEditor',
  'proofreader',
] as const;

export type ContributorRole = (typeof contributorRoles)[number];

/** Who did what for an article. */
export type Credit = { role: ContributorRole; name: string };

export const contributorRoleLabels: Record<ContributorRole, string> = {
  reporter: '记者',
  correspondent: '通讯员',
  photographer: '摄影',
  editor: '编辑',
  responsibleEditor: '责编',
  proofreader: '校对',
};

/** Roles named in the line under the headline; the others sign off below the body. */
export const bylineRoles = ['correspondent', 'reporter', 'photographer'] as const satisfies ContributorRole[];
export const signOffRoles = [
  'editor',
  'responsibleEditor',
  'proofreader',
] as const satisfies ContributorRole[];

/** Whether a person in this role is named under the headline and has a page of their own. */
export function isByline(role: ContributorRole): boolean {
  return (bylineRoles as readonly string[]).includes(role);
}
