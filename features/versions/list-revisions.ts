import { and, desc, eq, isNotNull, lt } from 'drizzle-orm';
import { reader } from '@/db/client';
import { revisions, timelineEvents } from '@/db/schema/desk';
import { editors } from '@/db/schema/editors';
import type { Editor } from '@/features/access/editor';
import { getArticleFor } from '@/features/articles/editable-article';
import type { TimelineKind } from '@/lib/timeline-kind';

export type RevisionEvent = { kind: TimelineKind; editorName: string; at: Date; note: string };

export type ListedRevision = {
  version: number;
  kind: 'autosave' | 'save';
  editorName: string | null;
  createdAt: Date;
  savedAt: Date;
  /** When readers first saw it. */
  publishedAt: Date | null;
  isShown: boolean;
  isNewest: boolean;
  /** What was done with exactly this version: sent, returned, published, restored, each with its note. */
  events: RevisionEvent[];
};

export type RevisionPage = {
  headline: string;
  revisions: ListedRevision[];
  older: number | undefined;
};

const onAPage = 50;

/**
 * The versions of an article, the newest first, with who, when and why. For whoever may see the article.
 * `before` is the last version of the page before.
 */
export async function listRevisions(
  editor: Editor,
  articleId: number,
  before?: number,
): Promise<RevisionPage> {
  const q = reader();
  const article = await getArticleFor(q, editor, 'viewArticle', articleId);
  const found = await q
    .select({
      version: revisions.version,
      kind: revisions.kind,
      editorName: editors.name,
      createdAt: revisions.createdAt,
      savedAt: revisions.savedAt,
      publishedAt: revisions.publishedAt,
    })
    .from(revisions)
    .leftJoin(editors, eq(editors.id, revisions.editorId))
    .where(
      and(
        eq(revisions.articleId, articleId),
        before === undefined ? undefined : lt(revisions.version, before),
      ),
    )
    .orderBy(desc(revisions.version))
    .limit(onAPage + 1);
  const events = await eventsByVersion(articleId);
  const page = found.slice(0, onAPage).map((revision) => ({
    ...revision,
    isShown: article.status === 'published' && revision.version === article.publishedVersion,
    isNewest: revision.version === article.version,
    events: events.get(revision.version) ?? [],
  }));
  return {
    headline: article.headline,
    revisions: page,
    older: found.length > onAPage ? page.at(-1)!.version : undefined,
  };
}

/** Saving is what a revision is; everything else done with a version says why it stands out. */
async function eventsByVersion(articleId: number): Promise<Map<number, RevisionEvent[]>> {
  const rows = await reader()
    .select({
      version: timelineEvents.version,
      kind: timelineEvents.kind,
      editorName: timelineEvents.editorName,
      at: timelineEvents.at,
      note: timelineEvents.note,
    })
    .from(timelineEvents)
    .where(and(eq(timelineEvents.articleId, articleId), isNotNull(timelineEvents.version)))
    .orderBy(timelineEvents.id);
  const telling = rows.filter(({ kind, note }) => kind !== 'saved' || note !== '');
  const byVersion = Map.groupBy(telling, ({ version }) => version!);
  return new Map(
    [...byVersion].map(([version, some]) => [version, some.map(({ version: _version, ...event }) => event)]),
  );
}
