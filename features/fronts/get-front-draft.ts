import { reader } from '@/db/client';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import type { FrontItem } from '@/features/fronts/fill-blocks';
import {
  findLastLaunch,
  getFrontId,
  type LastLaunch,
  listBlockKinds,
  readDraft,
  readLiveFront,
} from '@/features/fronts/front-state';
import {
  describePlacedArticles,
  type PlacedArticle,
  resolveFrontDraft,
} from '@/features/fronts/resolve-front-draft';
import type { BlockKind, FrontKey } from '@/lib/block-kind';
import type { FrontDraft } from '@/lib/front-draft';

/** A headline that a rule adds, and where it leads. */
export type AddedLine = { articleId: number; headline: string };

export type FrontDesk = {
  key: FrontKey;
  version: number;
  savedBy: string;
  savedAt: Date | null;
  draft: FrontDraft;
  /** What readers see now. */
  live: FrontDraft;
  lastLaunch: LastLaunch | undefined;
  kinds: Record<number, BlockKind>;
  articles: Record<number, PlacedArticle>;
  /** What rules would add below the hand-placed items, by block. */
  added: Record<number, AddedLine[]>;
};

/** Everything the desk needs to arrange a front. For whoever may curate the portal's fronts. */
export async function getFrontDraft(editor: Editor, key: FrontKey): Promise<FrontDesk> {
  await demand(reader(), editor, 'curateFronts');
  const frontId = await getFrontId(reader(), key);
  const { version, savedBy, savedAt, content: draft } = await readDraft(reader(), frontId);
  const live = await readLiveFront(reader(), frontId);
  return {
    key,
    version,
    savedBy,
    savedAt,
    draft,
    live,
    lastLaunch: await findLastLaunch(reader(), frontId),
    kinds: Object.fromEntries(await listBlockKinds(reader(), frontId)),
    articles: await describePlacedArticles([draft, live]),
    added: await listAdded(frontId, draft),
  };
}

async function listAdded(frontId: number, draft: FrontDraft): Promise<Record<number, AddedLine[]>> {
  const filled = await resolveFrontDraft(frontId, draft);
  return Object.fromEntries(
    filled.map(({ id, items, placedCount }) => [id, items.slice(placedCount).flatMap(lineOf)]),
  );
}

function lineOf({ headline, article }: FrontItem): AddedLine[] {
  return article === undefined ? [] : [{ articleId: article.id, headline }];
}
