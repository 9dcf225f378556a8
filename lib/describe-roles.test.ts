import { expect, test } from 'vitest';
import { describeRoles } from '@/lib/describe-roles';

const sections = [
  { id: 1, name: '澄江新闻网' },
  { id: 2, name: '城事' },
  { id: 3, name: '教育' },
];

test('a role held for several sections is one line, and for the portal it is everywhere', () => {
  const roles = [
    { role: 'chiefEditor', sectionId: 3 },
    { role: 'reporter', sectionId: 2 },
    { role: 'reporter', sectionId: 3 },
    { role: 'chiefEditor', sectionId: 1 },
  ] as const;
  expect(describeRoles(roles, sections)).toEqual([
    { role: '记者', sections: '城事、教育' },
    { role: '总编', sections: '全站' },
  ]);
});
