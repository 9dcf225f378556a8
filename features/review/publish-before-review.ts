import { z } from 'zod';
import { tx } from '@/db/client';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import { getArticleFor, refuseEmbargoed, refuseWithdrawn } from '@/features/articles/editable-article';
import { problemsOf } from '@/features/articles/publish-article';
import { showToReaders } from '@/features/articles/show-to-readers';
import { holds } from '@/features/review/authority';
import { keepState, refreshReview } from '@/features/review/keep-review';
import { loadReview } from '@/features/review/load-review';
import { cancelSchedules } from '@/features/schedule/cancel-schedule';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome } from '@/lib/problems';

export const publishFirstForm = z.strictObject({
  articleId: z.int().positive(),
  version: z.int().positive(),
  /** Why it could not wait; stands on the review sheet. */
  reason: z.string().trim().min(1, '请写明不能等审完再发的原因').max(500, '原因不能超过 500 字'),
});

/**
 * The urgent path: readers see the text now, and the chain is walked afterwards. Until it is complete the desk
 * shows the article in red. For a 总编, and for a 部门主任 where the section allows it.
 */
export async function publishBeforeReview(
  editor: Editor,
  { articleId, version, reason }: z.output<typeof publishFirstForm>,
  now = new Date(),
): Promise<Outcome<{ publishedAt: Date }>> {
  return tx(async (q) => {
    const article = await getArticleFor(q, editor, 'publishBeforeReview', articleId);
    refuseWithdrawn(article);
    const review = await loadReview(q, article);
    const { content } = review;
    await demand(q, editor, 'publishBeforeReview', {
      sectionId: content.sectionId,
      ownerId: article.createdBy,
    });
    const otherRoles = editor.roles.filter(({ role }) => role !== 'departmentHead');
    if (!review.rules.headMayPublishFirst && !holds(otherRoles, 'publishBeforeReview', review.places)) {
      return refuse('这个栏目不许部门主任先发后审。请由总编来发，或请总编在“栏目”里放开。');
    }
    refuseEmbargoed(article, now);
    if (article.version !== version) return refuse('稿件刚被别人改过，请重新载入、看过之后再发布。');
    if (review.current === undefined) return refuse('这一版文字已经审完，请直接发布。');
    if (article.status === 'published' && article.publishedVersion === version) {
      return refuse('读者看到的已经是这一版文字。');
    }
    const problems = await problemsOf(q, content);
    if (problems.length > 0) return { ok: false, problems };
    await recordEvent(
      q,
      editor,
      {
        kind: 'publishedBeforeReview',
        articleId,
        sectionId: content.sectionId,
        fromStatus: article.status,
        toStatus: 'published',
        version,
        subject: content.headline,
        note: reason,
      },
      now,
    );
    // Before the row names the version as published: what was reviewed last is what the chain goes on from.
    await keepState(q, articleId, {
      baseVersion: review.baseVersion,
      unreviewedSince: now,
      unreviewedBy: editor.name,
      unreviewedReason: reason,
      sentAt: review.state?.sentAt ?? now,
      sentBy: review.state?.sentBy ?? editor.id,
      returnedBy: null,
      returnedAt: null,
    });
    await cancelSchedules(q, articleId, ['publish'], now);
    const publishedAt = await showToReaders(q, editor, { article, content, note: '先发后审' }, now);
    await refreshReview(q, articleId, now);
    return { ok: true, value: { publishedAt } };
  });
}

function refuse(message: string): { ok: false; problems: [{ field: string; message: string }] } {
  return { ok: false, problems: [{ field: '', message }] };
}
