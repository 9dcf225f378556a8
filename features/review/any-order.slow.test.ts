import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reader } from '@/db/client';
import { timelineEvents, revisions } from '@/db/schema/desk';
import { articleReviews, reviewSteps } from '@/db/schema/review';
import { schedules } from '@/db/schema/schedules';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import type { Editor } from '@/features/access/editor';
import { NotAllowedError } from '@/features/access/permission';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { findArticleRow, getStoredContent, getWorkingContent } from '@/features/articles/article-content';
import { createArticle } from '@/features/articles/create-article';
import { discardChanges } from '@/features/articles/discard-changes';
import { findPublishedArticle } from '@/features/articles/find-published-article';
import { publishArticle } from '@/features/articles/publish-article';
import { reinstateArticle } from '@/features/articles/reinstate-article';
import { returnArticle } from '@/features/articles/return-article';
import { saveArticle } from '@/features/articles/save-article';
import { sendArticle } from '@/features/articles/send-article';
import { addSection, finishedContent } from '@/features/articles/testing/desk-articles';
import { unpublishArticle } from '@/features/articles/unpublish-article';
import { withdrawArticle } from '@/features/articles/withdraw-article';
import { listQueue } from '@/features/queue/list-queue';
import { approveArticle, proofreadArticle } from '@/features/review/approve-article';
import { getReviewForDesk } from '@/features/review/get-review-for-desk';
import { publishBeforeReview } from '@/features/review/publish-before-review';
import { textHash } from '@/features/review/text-hash';
import { cancelSchedule } from '@/features/schedule/cancel-schedule';
import { listWaitingSchedules } from '@/features/schedule/list-schedules';
import { runDueSchedules } from '@/features/schedule/run-due-schedules';
import { scheduleArticle } from '@/features/schedule/schedule-article';
import { restoreRevision } from '@/features/versions/restore-revision';
import { chainOf, reviewKinds, reviewStages } from '@/lib/review-stage';
import { PlainError } from '@/lib/problems';
import { wallTimeIn } from '@/lib/zoned-time';

useFreshDatabase();

/*
 * Six people do whatever they may to one article in any order. What has to be true is told by rules that know
 * nothing of the verbs: which texts were signed by whom is kept beside the database, from the answers alone.
 */

const who = ['reporter', 'editor', 'deputy', 'proofreader', 'head', 'chief'] as const;
const headlines = ['甲', '乙', '丙'] as const;

type Act = {
  kind:
    | 'save'
    | 'autosave'
    | 'send'
    | 'return'
    | 'approve'
    /** Somebody who may signs the stage that is due: chance alone never comes to the end of a chain. */
    | 'goOn'
    | 'proofread'
    | 'publish'
    | 'publishFirst'
    | 'unpublish'
    | 'discard'
    | 'schedule'
    | 'cancel'
    /** Time passes until what was set falls due, and the portal carries it out. */
    | 'fallDue'
    | 'withdraw'
    | 'reinstate'
    | 'restore'
    | 'wait';
  by: (typeof who)[number];
  headline: (typeof headlines)[number];
  stage: (typeof reviewStages)[number];
  flag: boolean;
  isStale: boolean;
};

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom('save' as const, 'autosave' as const) },
    { weight: 3, arbitrary: fc.constant('send' as const) },
    { weight: 6, arbitrary: fc.constant('approve' as const) },
    { weight: 18, arbitrary: fc.constant('goOn' as const) },
    { weight: 2, arbitrary: fc.constant('proofread' as const) },
    { weight: 5, arbitrary: fc.constant('publish' as const) },
    { weight: 4, arbitrary: fc.constant('publishFirst' as const) },
    { weight: 8, arbitrary: fc.constantFrom('schedule' as const, 'fallDue' as const) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        'cancel' as const,
        'withdraw' as const,
        'reinstate' as const,
        'restore' as const,
        'return' as const,
        'unpublish' as const,
        'discard' as const,
        'wait' as const,
      ),
    },
  ),
  by: fc.constantFrom(...who),
  headline: fc.constantFrom(...headlines),
  stage: fc.constantFrom(...reviewStages),
  flag: fc.boolean(),
  isStale: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
});

const stepOf = (kind: Act['kind'], by: Act['by']): Act => ({
  kind,
  by,
  headline: '甲',
  stage: 'first',
  flag: true,
  isStale: false,
});

/** Out before its review, signed to the end of the chain, withdrawn: chance comes that far in some runs only. */
const throughTheChain: Act[] = [
  stepOf('save', 'reporter'),
  stepOf('send', 'reporter'),
  stepOf('publishFirst', 'chief'),
  ...Array.from({ length: 4 }, () => stepOf('goOn', 'reporter')),
  stepOf('withdraw', 'chief'),
];

/** Signed, changed, brought back, signed to the end, and out on time. */
const changedOnTheWay: Act[] = [
  stepOf('save', 'reporter'),
  stepOf('send', 'reporter'),
  stepOf('goOn', 'reporter'),
  { ...stepOf('save', 'editor'), headline: '乙' },
  stepOf('restore', 'editor'),
  stepOf('save', 'editor'),
  ...Array.from({ length: 4 }, () => stepOf('goOn', 'reporter')),
  stepOf('schedule', 'chief'),
  stepOf('fallDue', 'chief'),
];

test('no order of acts shows an unreviewed text without red, loses a revision, or leaves an act untold', async () => {
  const root = await rootSectionId();
  const section = await addSection(root, 'town');
  const people: Record<Act['by'], Editor> = {
    reporter: await addEditor('记者', ['reporter'], section),
    editor: await addEditor('编辑', ['editor'], section),
    deputy: await addEditor('编辑乙', ['editor', 'departmentHead'], section),
    proofreader: await addEditor('校对', ['proofreader'], section),
    head: await addEditor('主任', ['departmentHead'], section),
    chief: await addEditor('总编', ['chiefEditor']),
  };
  const reached = {
    published: 0,
    red: 0,
    completedAfter: 0,
    voided: 0,
    onTime: 0,
    restored: 0,
    withdrawn: 0,
  };

  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 40 }), async (acts) => {
      let clock = Date.parse('2026-05-04T00:00:00Z');
      const begun = await createArticle(
        people.reporter,
        { sectionId: section, headline: '起', formKey: crypto.randomUUID() },
        new Date(clock),
      );
      if (!begun.ok) throw new Error('refused');
      const { articleId } = begun.value;
      let done: string[] = ['created'];
      let texts: string[] = ['起'];
      let version = 1;
      /** The hash that readers see, and whether it went out before its review. */
      let live: { hash: string; isRed: boolean } | undefined;

      for (const step of acts) {
        clock += step.kind === 'wait' ? 6 * 60_000 : step.kind === 'fallDue' ? 11 * 60_000 : 1000;
        const before = (await findArticleRow(reader(), articleId))!;
        const stepsBefore = await steps();
        const answer = await perform(step, before.version, new Date(clock)).catch((error: unknown) => {
          if (error instanceof NotAllowedError || error instanceof PlainError) return { ok: false as const };
          throw error;
        });
        await note(step, answer.ok, before.version, stepsBefore.length);
        await check(answer.ok, step, before.version);
      }

      async function perform(step: Act, current: number, now: Date): Promise<{ ok: boolean }> {
        const by = people[step.by];
        const form = { articleId, version: step.isStale ? current + 1 : current };
        switch (step.kind) {
          case 'save':
          case 'autosave':
            return saveArticle(
              by,
              {
                articleId,
                baseVersion: form.version,
                kind: step.kind,
                tab: `tab-of-${step.by}`,
                content: finishedContent(section, step.headline),
              },
              now,
            );
          case 'send':
            return sendArticle(by, { ...form, assigneeId: null, note: '' }, now);
          case 'return':
            return returnArticle(by, { articleId, note: '再核' }, now);
          case 'approve':
            return approveArticle(
              by,
              { ...form, stage: step.stage, opinion: '', withProofreading: true, andPublish: step.flag },
              now,
            );
          case 'goOn':
            for (const editor of Object.values(people)) {
              const { current: stage, mine } = await getReviewForDesk(editor, articleId, now);
              if (stage === undefined || mine.review !== true || mine.proofread !== true) continue;
              const signature = { ...form, stage, opinion: '', withProofreading: true, andPublish: false };
              const outcome = await approveArticle(editor, signature, now);
              // What the page offers, the verb takes.
              expect(outcome.ok).toBe(!step.isStale);
              return outcome;
            }
            return { ok: false };
          case 'proofread':
            return proofreadArticle(by, { ...form, opinion: '' }, now);
          case 'publish':
            return publishArticle(by, form, now);
          case 'publishFirst':
            return publishBeforeReview(by, { ...form, reason: '急' }, now);
          case 'unpublish':
            return unpublishArticle(by, { articleId, note: '' }, now);
          case 'discard':
            return discardChanges(by, form, now);
          case 'schedule': {
            const kind = step.flag ? ('publish' as const) : ('unpublish' as const);
            const at = wallTimeIn('Asia/Shanghai', new Date(now.getTime() + 10 * 60_000));
            return scheduleArticle(people.chief, { ...form, kind, at, zone: 'Asia/Shanghai' }, now);
          }
          case 'cancel': {
            const [waiting] = await listWaitingSchedules(articleId);
            return cancelSchedule(by, { articleId, scheduleId: waiting?.id ?? 1_000_000 }, now);
          }
          case 'fallDue':
            return { ok: (await runDueSchedules('one process', () => now)) > 0 };
          case 'withdraw':
            // Chance alone seldom lets the one who may do it.
            return withdrawArticle(people.chief, { articleId, reason: '不实' }, now);
          case 'reinstate':
            return reinstateArticle(people.chief, { articleId, note: '查实' }, now);
          case 'restore':
            return restoreRevision(by, { ...form, restored: await firstKept() }, now);
          case 'wait':
            return { ok: false };
          default:
            return step.kind satisfies never;
        }
      }

      async function firstKept(): Promise<number> {
        const [first] = await reader()
          .select({ version: revisions.version })
          .from(revisions)
          .where(eq(revisions.articleId, articleId))
          .orderBy(revisions.version)
          .limit(1);
        return first?.version ?? 1;
      }

      async function steps() {
        return reader()
          .select()
          .from(reviewSteps)
          .where(eq(reviewSteps.articleId, articleId))
          .orderBy(reviewSteps.id);
      }

      /** What an answer alone tells: kept beside the database. */
      async function note(step: Act, isDone: boolean, was: number, signed: number): Promise<void> {
        const row = (await findArticleRow(reader(), articleId))!;
        // Versions only grow, and nothing that was refused makes one.
        expect(row.version).toBeGreaterThanOrEqual(was);
        if (!isDone) expect(row.version).toBe(was);
        version = row.version;
        const isText = step.kind === 'save' || step.kind === 'autosave';
        if (isDone && isText && version > was) texts = [...texts, step.headline];
        if (isDone && step.kind === 'restore') {
          texts = [...texts, (await getWorkingContent(reader(), articleId)).headline];
        }
        const added = (await steps()).slice(signed);
        done = [...done, ...added.map(({ kind }) => (kind === 'review' ? 'reviewed' : 'proofread'))];
        if (!isDone) {
          expect(added).toEqual([]);
          return;
        }
        if (step.kind === 'send') done.push('sent');
        if (step.kind === 'return') done.push('returned');
        if (step.kind === 'unpublish') done.push('unpublished');
        if (step.kind === 'schedule') done.push('scheduled');
        if (step.kind === 'cancel') done.push('scheduleCancelled');
        if (step.kind === 'reinstate') done.push('reinstated');
        if (
          step.kind === 'withdraw' &&
          !done.slice(done.lastIndexOf('reinstated') + 1).includes('withdrawn')
        ) {
          // A second withdrawal changes nothing and is told to nobody.
          done.push('withdrawn');
          reached.withdrawn += 1;
        }
        if (step.kind === 'restore') {
          done.push('restored');
          reached.restored += 1;
        }
        if (step.kind === 'fallDue') done.push(...(await endedOnTime()));
        if (step.kind === 'publishFirst') done.push('publishedBeforeReview');
      }

      /** What was carried out with the last look, as the timeline calls it. */
      async function endedOnTime(): Promise<string[]> {
        const ended = await reader()
          .select({ kind: schedules.kind, state: schedules.state })
          .from(schedules)
          .where(and(eq(schedules.articleId, articleId), eq(schedules.endedAt, new Date(clock))))
          .orderBy(schedules.dueAt, schedules.id);
        reached.onTime += ended.filter(({ state }) => state === 'done').length;
        return ended.flatMap(({ kind, state }) =>
          state === 'done' && kind === 'unpublish' ? ['unpublished'] : [],
        );
      }

      async function check(isDone: boolean, step: Act, was: number): Promise<void> {
        const row = (await findArticleRow(reader(), articleId))!;
        const shown = await findPublishedArticle(articleId);
        const [state] = await reader()
          .select()
          .from(articleReviews)
          .where(eq(articleReviews.articleId, articleId));
        const all = await steps();
        expect(shown !== undefined).toBe(row.status === 'published');
        const isRed = state?.unreviewedSince != null;
        if (shown === undefined) live = undefined;
        else {
          const hash = textHash(await getStoredContent(reader(), articleId));
          if (live?.hash !== hash || live.isRed !== isRed) live = { hash, isRed };
          // What readers see is signed at every stage by people who wrote nothing of it, or it is red.
          if (!isRed) expectSigned(hash, all);
          reached[isRed ? 'red' : 'published'] += 1;
        }
        // Nobody has two stages of one text that counts; what counts was never voided.
        const counting = all.filter(({ voidedAt }) => voidedAt === null);
        for (const hash of new Set(counting.map(({ textHash: one }) => one))) {
          const stagesOf = Map.groupBy(
            counting.filter(
              ({ textHash: one, version: at }) => one === hash && at > (state?.baseVersion ?? 0),
            ),
            ({ editorId }) => editorId,
          );
          for (const [, signed] of stagesOf) {
            expect(new Set(signed.map(({ stage }) => stage)).size).toBe(1);
          }
        }
        // No text that was acknowledged is lost: the newest stands, and the revision readers see is there.
        const kept = await reader()
          .select({ version: revisions.version, content: revisions.content })
          .from(revisions)
          .where(eq(revisions.articleId, articleId))
          .orderBy(revisions.version);
        expect(kept.at(-1)?.version).toBe(row.version);
        expect(new Set(kept.map((one) => one.version)).size).toBe(kept.length);
        // What somebody signed can be read as they saw it.
        for (const signed of all) {
          const pinned = kept.find((one) => one.version === signed.version);
          expect(pinned && textHash(pinned.content)).toBe(signed.textHash);
        }
        if (isDone && (step.kind === 'save' || step.kind === 'autosave') && row.version > was) {
          expect((await getWorkingContent(reader(), articleId)).headline).toBe(texts.at(-1));
        }
        if (row.status === 'published') {
          const published = kept.find((one) => one.version === row.publishedVersion);
          expect(published?.content.headline).toBe(shown?.headline);
        }
        // The heap 待我审 is what the page offers, for everybody.
        for (const editor of Object.values(people)) {
          const { mine, stages, current, isInReview } = await getReviewForDesk(
            editor,
            articleId,
            new Date(clock),
          );
          const due = stages.find(({ stage }) => stage === current);
          const proofreads =
            mine.proofread === true &&
            (editor === people.proofreader || (due?.review !== undefined && due.proofreading === undefined));
          const { rows } = await listQueue(
            editor,
            // By its number: earlier runs fill more than a page.
            { queue: 'toReview', words: `#${articleId}` },
            new Date(clock),
          );
          expect([editor.name, rows.some(({ id }) => id === articleId)]).toEqual([
            editor.name,
            isInReview && (mine.review === true || proofreads),
          ]);
        }
        const events = await reader()
          .select({ kind: timelineEvents.kind })
          .from(timelineEvents)
          .where(eq(timelineEvents.articleId, articleId))
          .orderBy(timelineEvents.id);
        const kinds = events.map(({ kind }) => kind as string);
        // Every act that was answered with yes is told, in its order, among what it brought with it.
        const told = kinds.filter((kind) => done.includes(kind));
        expect(told).toEqual(done);
        const voided = all.filter(({ voidedAt }) => voidedAt !== null).length;
        expect(kinds.includes('approvalVoided')).toBe(voided > 0);
        reached.voided += voided > 0 ? 1 : 0;
        reached.completedAfter += kinds.includes('reviewCompleted') ? 1 : 0;
      }

      function expectSigned(hash: string, all: Awaited<ReturnType<typeof steps>>): void {
        const under = all.filter(({ textHash: one }) => one === hash);
        for (const stage of chainOf(3)) {
          for (const kind of reviewKinds) {
            expect(under.some((one) => one.stage === stage && one.kind === kind)).toBe(true);
          }
        }
      }
    }),
    { numRuns: 250, examples: [[throughTheChain], [changedOnTheWay]] },
  );
  // Random acts that never come to anything would prove nothing.
  expect(Object.entries(reached).filter(([, times]) => times === 0)).toEqual([]);
}, 600_000);
