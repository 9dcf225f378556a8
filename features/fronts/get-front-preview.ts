import { reader } from '@/db/client';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import { listLatest } from '@/features/articles/list-latest';
import type { FrontBlock } from '@/features/fronts/fill-blocks';
import { getFrontId, readDraft } from '@/features/fronts/front-state';
import { resolveFrontDraft } from '@/features/fronts/resolve-front-draft';
import { getRootSection } from '@/features/sections/section-tree';
import type { FrontKey } from '@/lib/block-kind';

export type FrontPreview = {
  blocks: FrontBlock[];
  /** The article beside which a side bar is shown as an example: the newest one. */
  besideArticleId: number | undefined;
};

/** The saved draft of a front as readers would see it. For whoever may curate the portal's fronts. */
export async function getFrontPreview(editor: Editor, key: FrontKey): Promise<FrontPreview> {
  await demand(reader(), editor, 'curateFronts');
  const frontId = await getFrontId(reader(), key);
  const { content } = await readDraft(reader(), frontId);
  const [newest] = key === 'article' ? await listLatest((await getRootSection()).id, 1) : [];
  return {
    blocks: await resolveFrontDraft(frontId, content, newest?.id),
    besideArticleId: newest?.id,
  };
}
