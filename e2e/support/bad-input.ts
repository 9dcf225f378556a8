import { portal } from '@/e2e/support/desk-actions';
import { ask } from '@/server/testing/http-client';

/** Lists in lists, as JSON. */
export const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
/** More fields than any form has. */
export const many = Object.fromEntries(
  Array.from({ length: 10_000 }, (_, index) => [`field${index}`, index]),
);

/** Fields that some form might have been made to believe. */
export const extra: [string, unknown][] = [
  ['role', 'chiefEditor'],
  ['status', 'published'],
  ['authorId', 1],
  ['createdBy', 1],
  ['publishedAt', '2020-01-01'],
  ['assignee', 1],
  ['constructor', { prototype: { isAdmin: true } }],
  ['isAdmin', true],
];

/** Whether the portal goes on after all that. */
export async function stillAnswers(): Promise<boolean> {
  const { status } = await ask(Number(portal().port), '/');
  return status === 200;
}
