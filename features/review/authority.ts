import { and, gt, inArray, isNull, lte } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { editorRoleScopes, editors } from '@/db/schema/editors';
import { reviewDelegations } from '@/db/schema/review';
import type { Editor } from '@/features/access/editor';
import { type DeskVerb, roleVerbs } from '@/features/access/role-verbs';
import type { EditorRole } from '@/lib/editor-role';
import type { ReviewStage } from '@/lib/review-stage';

export type StageVerb = 'reviewFirst' | 'reviewSecond' | 'reviewFinal' | 'proofread';

export const stageVerbs: Record<ReviewStage, StageVerb> = {
  first: 'reviewFirst',
  second: 'reviewSecond',
  final: 'reviewFinal',
};

/** Whose work a stage is. Whoever stands higher steps in when there is nobody. */
export const ownRole: Record<StageVerb, readonly EditorRole[]> = {
  reviewFirst: ['editor'],
  reviewSecond: ['departmentHead'],
  reviewFinal: ['chiefEditor'],
  proofread: ['proofreader', 'editor', 'departmentHead', 'chiefEditor'],
};

type Roles = Editor['roles'];

/** By what right somebody reviews: the own one, or that of a colleague who is away. */
export type Authority = { onBehalfOf: { id: number; name: string } | undefined; roles: Roles };

/** The lines of sections from each place that the article touches up to the root: the right must hold in all. */
export type Places = number[][];

export type Reviewer = { id: number; name: string; authorities: Authority[]; isAway: boolean };

/** may() for stage rights, which reach any article, asked without a round trip for each colleague. */
export function holds(roles: Roles, verb: DeskVerb, places: Places): boolean {
  return places.every((line) =>
    roles.some(({ role, sectionId }) => roleVerbs[role][verb] === 'any' && line.includes(sectionId)),
  );
}

export function holdsByOwnRole(roles: Roles, verb: StageVerb, places: Places): boolean {
  const natural = roles.filter(({ role }) => ownRole[verb].includes(role));
  return holds(natural, verb, places);
}

/** Everybody with an account that is open, with what was delegated to them at this moment. */
export async function listReviewers(q: Reader, now: Date): Promise<Reviewer[]> {
  const people = await q
    .select({ id: editors.id, name: editors.name })
    .from(editors)
    .where(isNull(editors.disabledAt))
    .orderBy(editors.id);
  const roles = await rolesOf(
    q,
    people.map(({ id }) => id),
  );
  const delegations = await delegationsAt(q, now);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return people.map(({ id, name }) => ({
    id,
    name,
    isAway: delegations.some(({ fromEditorId }) => fromEditorId === id),
    authorities: [
      { onBehalfOf: undefined, roles: roles.get(id) ?? [] },
      ...delegations
        .filter(({ toEditorId, fromEditorId }) => toEditorId === id && names.has(fromEditorId))
        .map(({ fromEditorId }) => ({
          onBehalfOf: { id: fromEditorId, name: names.get(fromEditorId)! },
          roles: roles.get(fromEditorId) ?? [],
        })),
    ],
  }));
}

/** By what rights this editor may act now. A right that is delegated does not travel on. */
export async function authoritiesOf(q: Reader, editor: Editor, now: Date): Promise<Authority[]> {
  const received = (await delegationsAt(q, now)).filter(({ toEditorId }) => toEditorId === editor.id);
  const own = { onBehalfOf: undefined, roles: editor.roles };
  if (received.length === 0) return [own];
  const lenders = await q
    .select({ id: editors.id, name: editors.name })
    .from(editors)
    .where(
      and(
        inArray(
          editors.id,
          received.map(({ fromEditorId }) => fromEditorId),
        ),
        isNull(editors.disabledAt),
      ),
    );
  const roles = await rolesOf(
    q,
    lenders.map(({ id }) => id),
  );
  return [own, ...lenders.map((lender) => ({ onBehalfOf: lender, roles: roles.get(lender.id) ?? [] }))];
}

async function delegationsAt(q: Reader, now: Date) {
  return q
    .select({
      fromEditorId: reviewDelegations.fromEditorId,
      toEditorId: reviewDelegations.toEditorId,
    })
    .from(reviewDelegations)
    .where(
      and(
        gt(reviewDelegations.endsAt, now),
        lte(reviewDelegations.startsAt, now),
        isNull(reviewDelegations.revokedAt),
      ),
    )
    .orderBy(reviewDelegations.id);
}

async function rolesOf(q: Reader, ids: number[]): Promise<Map<number, Roles>> {
  if (ids.length === 0) return new Map();
  const rows = await q
    .select({
      editorId: editorRoleScopes.editorId,
      role: editorRoleScopes.role,
      sectionId: editorRoleScopes.sectionId,
    })
    .from(editorRoleScopes)
    .where(inArray(editorRoleScopes.editorId, ids));
  const grouped = Map.groupBy(rows, ({ editorId }) => editorId);
  return new Map(
    [...grouped].map(([id, held]) => [id, held.map(({ role, sectionId }) => ({ role, sectionId }))]),
  );
}
