import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reader } from '@/db/client';
import { deskSearchIndex, searchIndex } from '@/db/search-index';
import { articles, listings } from '@/db/schema/articles';
import { revisions, timelineEvents } from '@/db/schema/desk';
import { searchEntries } from '@/db/schema/search';
import { useFreshDatabase } from '@/db/testing/fresh-database';
import type { Editor } from '@/features/access/editor';
import { addEditor, rootSectionId } from '@/features/access/testing/newcomers';
import { getStoredContent, getWorkingContent } from '@/features/articles/article-content';
import { createArticle } from '@/features/articles/create-article';
import { deleteDraft } from '@/features/articles/delete-draft';
import { discardChanges } from '@/features/articles/discard-changes';
import { publishArticle } from '@/features/articles/publish-article';
import { saveArticle } from '@/features/articles/save-article';
import { unpublishArticle } from '@/features/articles/unpublish-article';
import { addSection, finishedContent } from '@/features/articles/testing/desk-articles';
import { approveText } from '@/features/review/testing/approve-text';

useFreshDatabase();

/*
 * Two people, three browser tabs, one article: whatever the order of their acts, what was acknowledged is
 * there, what was refused is not, and every table tells the same story.
 */

const tabs = ['tab-one-of-the-first', 'tab-two-of-the-first', 'tab-of-the-second'] as const;

type Act =
  | { kind: 'save' | 'autosave'; tab: 0 | 1 | 2; headline: string; isStale: boolean }
  | { kind: 'publish' | 'delete' | 'discard'; isStale: boolean }
  | { kind: 'unpublish' }
  /** Time passes, so that the next autosave is a revision of its own. */
  | { kind: 'wait' };

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('save' as const, 'autosave' as const),
      tab: fc.constantFrom(0 as const, 1 as const, 2 as const),
      headline: fc.constantFrom('甲', '乙', '丙', '丁'),
      isStale: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('publish' as const, 'publish' as const, 'discard' as const, 'delete' as const),
      isStale: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.constant<Act>({ kind: 'unpublish' }) },
  { weight: 1, arbitrary: fc.constant<Act>({ kind: 'wait' }) },
);

/** What has to be true, kept beside the database by rules that know nothing of tables. */
type Model = {
  version: number;
  working: string;
  /** What readers see. */
  live: string | undefined;
  wasLive: boolean;
  exists: boolean;
  firstPublished: number | undefined;
};

test('no order of saves, publications and deletions loses or invents a text', async () => {
  const root = await rootSectionId();
  const section = await addSection(root, 'town');
  const chief = await addEditor('总编', ['chiefEditor']);
  const reporter = await addEditor('编辑', ['departmentHead'], section);
  const contentOf = (headline: string) => finishedContent(section, headline);

  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
      let clock = Date.parse('2026-05-04T00:00:00Z');
      const begun = await createArticle(
        reporter,
        { sectionId: section, headline: '起', formKey: crypto.randomUUID() },
        new Date(clock),
      );
      if (!begun.ok) throw new Error('refused');
      const { articleId } = begun.value;
      const model: Model = {
        version: 1,
        working: '起',
        live: undefined,
        wasLive: false,
        exists: true,
        firstPublished: undefined,
      };
      let lastTab: string | undefined;
      for (const step of acts) {
        clock += step.kind === 'wait' ? 6 * 60_000 : 1000;
        await perform(step, new Date(clock));
        await check();
      }

      async function perform(step: Act, now: Date): Promise<void> {
        if (!model.exists || step.kind === 'wait') return;
        if (step.kind === 'save' || step.kind === 'autosave') await performSave(step, now);
        else if (step.kind === 'publish') {
          const version = step.isStale ? model.version + 1 : model.version;
          // The chain is another property's subject (features/review): here every text is signed.
          await approveText(articleId, now);
          const outcome = await publishArticle(chief, { articleId, version }, now);
          expect(outcome.ok).toBe(!step.isStale && (model.working !== '起' || model.live === '起'));
          if (outcome.ok) {
            model.live = model.working;
            model.wasLive = true;
            model.firstPublished ??= now.getTime();
          }
        } else if (step.kind === 'unpublish') {
          const outcome = await unpublishArticle(chief, { articleId, note: '' }, now);
          expect(outcome.ok).toBe(model.live !== undefined);
          model.live = undefined;
        } else if (step.kind === 'discard') {
          const version = step.isStale ? model.version + 1 : model.version;
          const outcome = await discardChanges(chief, { articleId, version }, now);
          if (outcome.ok) {
            expect(model.live).toBeDefined();
            model.working = model.live!;
            model.version += 1;
            lastTab = '';
          }
        } else {
          const version = step.isStale ? model.version + 1 : model.version;
          const outcome = await deleteDraft(chief, { articleId, version }, now);
          expect(outcome.ok).toBe(!step.isStale && !model.wasLive);
          if (outcome.ok) model.exists = false;
        }
      }

      async function performSave(
        step: Extract<Act, { kind: 'save' | 'autosave' }>,
        now: Date,
      ): Promise<void> {
        const editor: Editor = step.tab === 2 ? chief : reporter;
        const tab = tabs[step.tab];
        const baseVersion = step.isStale ? model.version - 1 : model.version;
        if (baseVersion < 1) return;
        const outcome = await saveArticle(
          editor,
          { articleId, baseVersion, kind: step.kind, tab, content: contentOf(step.headline) },
          now,
        );
        // Of the versions after a base that is one behind, the last one is the only: whoever made it may go on.
        expect(outcome.ok).toBe(!step.isStale || lastTab === tab);
        if (!outcome.ok) {
          expect(outcome).toMatchObject({
            conflict: { version: model.version, content: { headline: model.working } },
          });
          return;
        }
        expect([model.version, model.version + 1]).toContain(outcome.value.version);
        if (outcome.value.version > model.version) lastTab = tab;
        model.version = outcome.value.version;
        model.working = step.headline;
      }

      /** Asks every table what it knows of the article. */
      async function check(): Promise<void> {
        const [row] = await reader().select().from(articles).where(eq(articles.id, articleId));
        const listed = await reader().select().from(listings).where(eq(listings.articleId, articleId));
        const found = await reader()
          .select({ id: searchEntries.articleId })
          .from(searchIndex)
          .innerJoin(searchEntries, eq(searchEntries.ordinal, searchIndex.ordinal))
          .where(eq(searchEntries.articleId, articleId));
        const foundAtDesk = await reader()
          .select({ id: deskSearchIndex.articleId })
          .from(deskSearchIndex)
          .where(eq(deskSearchIndex.articleId, articleId));
        const isLive = model.live !== undefined;
        expect(listed.length).toBe(isLive ? 2 : 0);
        expect(found.length).toBe(isLive ? 1 : 0);
        if (!model.exists) {
          expect(row).toBeUndefined();
          expect(foundAtDesk).toEqual([]);
          return;
        }
        expect(foundAtDesk.length).toBe(isLive ? 0 : 1);
        expect(row).toMatchObject({
          version: model.version,
          status: isLive ? 'published' : model.wasLive ? 'unpublished' : 'draft',
          headline: isLive ? model.live : model.working,
        });
        expect(row!.publishedAt?.getTime()).toBe(model.firstPublished);
        expect((await getWorkingContent(reader(), articleId)).headline).toBe(model.working);
        if (isLive) {
          expect((await getStoredContent(reader(), articleId)).headline).toBe(model.live);
          const [shown] = await reader()
            .select({ content: revisions.content })
            .from(revisions)
            .where(and(eq(revisions.articleId, articleId), eq(revisions.version, row!.publishedVersion!)));
          expect(shown?.content.headline).toBe(model.live);
        }
      }

      const events = await reader()
        .select({ kind: timelineEvents.kind })
        .from(timelineEvents)
        .where(eq(timelineEvents.articleId, articleId));
      expect(events[0]?.kind).toBe('created');
    }),
    { numRuns: 1000 },
  );
}, 300_000);
