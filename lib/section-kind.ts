/**
 * What a node of the section tree is. A breadcrumb starts at the nearest portal above an article: the
 * root of the tree, or another group's site whose archive was imported and that keeps its own trail.
 * A subsite has its own home page and name plate; a section is a list.
 */
export const sectionKinds = ['portal', 'subsite', 'section'] as const;

export type SectionKind = (typeof sectionKinds)[number];

export const sectionKindLabels: Record<SectionKind, string> = {
  portal: '门户',
  subsite: '子站',
  section: '栏目',
};
