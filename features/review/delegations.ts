import { and, desc, eq, gt, isNull, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { z } from 'zod';
import { reader, tx } from '@/db/client';
import { editors } from '@/db/schema/editors';
import { reviewDelegations } from '@/db/schema/review';
import type { Editor } from '@/features/access/editor';
import { mayAnywhere, NotAllowedError } from '@/features/access/permission';
import { roleVerbs } from '@/features/access/role-verbs';
import { holds, listReviewers, type StageVerb } from '@/features/review/authority';
import { sectionLine } from '@/features/review/rules-of-section';
import { recordEvent } from '@/features/timeline/record-event';
import { formatDateTime } from '@/lib/dates';
import type { Outcome } from '@/lib/problems';

const longest = 92 * 24 * 3600_000;
const stageRights: StageVerb[] = ['proofread', 'reviewFirst', 'reviewSecond', 'reviewFinal'];

export const delegateForm = z
  .strictObject({
    toEditorId: z.int().positive(),
    startsAt: z.date(),
    endsAt: z.date(),
  })
  .refine(({ startsAt, endsAt }) => endsAt > startsAt, { path: ['endsAt'], message: '结束要晚于开始' })
  .refine(({ startsAt, endsAt }) => endsAt.getTime() - startsAt.getTime() <= longest, {
    path: ['endsAt'],
    message: '一次最多委托三个月',
  });

export const endDelegationForm = z.strictObject({ delegationId: z.int().positive() });

export type Delegation = {
  id: number;
  fromName: string;
  toName: string;
  isMine: boolean;
  startsAt: Date;
  endsAt: Date;
};

export function mayDelegate(editor: Editor): boolean {
  return stageRights.some((verb) => mayAnywhere(editor, verb));
}

/**
 * Lends one's own rights to review to a colleague for a time. They never reach a text that either of the two
 * wrote, nor a second stage of one text; they are not lent on. The colleague must be able to open the articles.
 */
export async function delegateReview(
  editor: Editor,
  { toEditorId, startsAt, endsAt }: z.output<typeof delegateForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    if (!mayDelegate(editor)) throw new NotAllowedError('proofread');
    if (endsAt <= now) return refuse('endsAt', '结束的时间已经过去了。');
    const colleague = (await listReviewers(q, now)).find(({ id }) => id === toEditorId);
    if (colleague === undefined || toEditorId === editor.id) {
      return refuse('toEditorId', '请选择一位账号没有停用的同事。');
    }
    for (const { role, sectionId } of editor.roles) {
      if (!stageRights.some((verb) => roleVerbs[role][verb] === 'any')) continue;
      const line = await sectionLine(q, sectionId);
      const roles = colleague.authorities[0]?.roles ?? [];
      if (!holds(roles, 'viewArticle', [line])) {
        return refuse('toEditorId', `${colleague.name}的岗位打不开您审的全部稿件，请另选一位。`);
      }
    }
    await q
      .insert(reviewDelegations)
      .values({ fromEditorId: editor.id, toEditorId, startsAt, endsAt, createdAt: now });
    await recordEvent(
      q,
      editor,
      {
        kind: 'reviewDelegated',
        subject: colleague.name,
        note: `${formatDateTime(startsAt)} 至 ${formatDateTime(endsAt)}`,
      },
      now,
    );
    return { ok: true, value: undefined };
  });
}

/** Takes the own rights back before the time is over. Ending one that is over or is not one's own does nothing. */
export async function endDelegation(
  editor: Editor,
  { delegationId }: z.output<typeof endDelegationForm>,
  now = new Date(),
): Promise<Outcome> {
  return tx(async (q) => {
    const [ended] = await q
      .update(reviewDelegations)
      .set({ revokedAt: now })
      .where(
        and(
          eq(reviewDelegations.id, delegationId),
          eq(reviewDelegations.fromEditorId, editor.id),
          isNull(reviewDelegations.revokedAt),
          gt(reviewDelegations.endsAt, now),
        ),
      )
      .returning({ toEditorId: reviewDelegations.toEditorId });
    if (ended === undefined) return { ok: true, value: undefined };
    const [colleague] = await q
      .select({ name: editors.name })
      .from(editors)
      .where(eq(editors.id, ended.toEditorId));
    await recordEvent(q, editor, { kind: 'delegationEnded', subject: colleague?.name ?? '' }, now);
    return { ok: true, value: undefined };
  });
}

/** What the editor lent or was lent and is not over. */
export async function listDelegations(editor: Editor, now = new Date()): Promise<Delegation[]> {
  const givers = alias(editors, 'givers');
  const takers = alias(editors, 'takers');
  const rows = await reader()
    .select({
      id: reviewDelegations.id,
      fromEditorId: reviewDelegations.fromEditorId,
      fromName: givers.name,
      toName: takers.name,
      startsAt: reviewDelegations.startsAt,
      endsAt: reviewDelegations.endsAt,
    })
    .from(reviewDelegations)
    .innerJoin(givers, eq(givers.id, reviewDelegations.fromEditorId))
    .innerJoin(takers, eq(takers.id, reviewDelegations.toEditorId))
    .where(
      and(
        gt(reviewDelegations.endsAt, now),
        isNull(reviewDelegations.revokedAt),
        or(eq(reviewDelegations.fromEditorId, editor.id), eq(reviewDelegations.toEditorId, editor.id)),
      ),
    )
    .orderBy(desc(reviewDelegations.id));
  return rows.map(({ fromEditorId, ...rest }) => ({ ...rest, isMine: fromEditorId === editor.id }));
}

function refuse(field: string, message: string): Outcome {
  return { ok: false, problems: [{ field, message }] };
}
