import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import { frontDrafts, frontLaunches } from '@/db/schema/desk';
import { editors } from '@/db/schema/editors';
import { blockItems, blocks, fronts } from '@/db/schema/fronts';
import type { BlockKind, FrontKey } from '@/lib/block-kind';
import type { FrontDraft } from '@/lib/front-draft';

export type StoredDraft = {
  /** Raised by every save; 0 as long as nobody arranged anything. */
  version: number;
  editorId: number | null;
  savedBy: string;
  savedAt: Date | null;
  content: FrontDraft;
};

/** `id` names a state of what readers see: whoever knows another one has not seen the newest launch. */
export type LastLaunch = { id: number; editorName: string; launchedAt: Date; blockTitle: string | null };

export async function getFrontId(q: Reader, key: FrontKey): Promise<number> {
  const [front] = await q.select({ id: fronts.id }).from(fronts).where(eq(fronts.key, key));
  if (front === undefined) throw new Error(`There is no front ${key}.`);
  return front.id;
}

export async function listBlockKinds(q: Reader, frontId: number): Promise<Map<number, BlockKind>> {
  const rows = await q
    .select({ id: blocks.id, kind: blocks.kind })
    .from(blocks)
    .where(eq(blocks.frontId, frontId));
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}

/** What readers see, in the form of a draft. Items bound to an imported page are not arranged by hand. */
export async function readLiveFront(q: Reader, frontId: number): Promise<FrontDraft> {
  const rows = await q
    .select({
      blockId: blocks.id,
      title: blocks.title,
      sectionId: blocks.sectionId,
      itemLimit: blocks.itemLimit,
    })
    .from(blocks)
    .where(eq(blocks.frontId, frontId))
    .orderBy(asc(blocks.position), asc(blocks.id));
  const ids = rows.map(({ blockId }) => blockId);
  const items = await q
    .select({
      blockId: blockItems.blockId,
      articleId: blockItems.articleId,
      headline: blockItems.headline,
      abstract: blockItems.abstract,
    })
    .from(blockItems)
    .where(and(inArray(blockItems.blockId, ids), isNull(blockItems.shownWithArticleId)))
    .orderBy(asc(blockItems.position), asc(blockItems.id));
  const byBlock = Map.groupBy(items, ({ blockId }) => blockId);
  return {
    blocks: rows.map((row) => ({
      ...row,
      items: (byBlock.get(row.blockId) ?? []).map(({ articleId, headline, abstract }) => ({
        articleId,
        headline,
        abstract,
      })),
    })),
  };
}

/** What is being arranged: the draft, or what is live where there is none. Always the front's own blocks. */
export async function readDraft(q: Reader, frontId: number): Promise<StoredDraft> {
  const live = await readLiveFront(q, frontId);
  const [draft] = await q
    .select({
      version: frontDrafts.version,
      editorId: frontDrafts.editorId,
      savedBy: editors.name,
      savedAt: frontDrafts.savedAt,
      content: frontDrafts.content,
    })
    .from(frontDrafts)
    .leftJoin(editors, eq(editors.id, frontDrafts.editorId))
    .where(eq(frontDrafts.frontId, frontId));
  if (draft === undefined) return { version: 0, editorId: null, savedBy: '', savedAt: null, content: live };
  return { ...draft, savedBy: draft.savedBy ?? '', content: withBlocksOf(live, draft.content) };
}

/** Blocks that came since the draft was saved are added to it; those that went are left out. */
function withBlocksOf(live: FrontDraft, draft: FrontDraft): FrontDraft {
  const liveIds = new Set(live.blocks.map(({ blockId }) => blockId));
  const draftIds = new Set(draft.blocks.map(({ blockId }) => blockId));
  return {
    blocks: [
      ...draft.blocks.filter(({ blockId }) => liveIds.has(blockId)),
      ...live.blocks.filter(({ blockId }) => !draftIds.has(blockId)),
    ],
  };
}

export async function findLastLaunch(q: Reader, frontId: number): Promise<LastLaunch | undefined> {
  const [launch] = await q
    .select({
      id: frontLaunches.id,
      editorName: editors.name,
      launchedAt: frontLaunches.launchedAt,
      blockTitle: blocks.title,
    })
    .from(frontLaunches)
    .leftJoin(editors, eq(editors.id, frontLaunches.editorId))
    .leftJoin(blocks, eq(blocks.id, frontLaunches.blockId))
    .where(eq(frontLaunches.frontId, frontId))
    .orderBy(desc(frontLaunches.id))
    .limit(1);
  return launch && { ...launch, editorName: launch.editorName ?? '' };
}
