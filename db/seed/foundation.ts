import { count } from 'drizzle-orm';
import type { Query } from '@/db/client';
import { blocks, fronts } from '@/db/schema/fronts';
import { sections } from '@/db/schema/sections';
import type { BlockKind } from '@/lib/block-kind';

type FoundationBlock = { kind: BlockKind; title: string; itemLimit: number };

const homeBlocks: FoundationBlock[] = [
  { kind: 'lead', title: '头条', itemLimit: 4 },
  { kind: 'pictures', title: '图片新闻', itemLimit: 4 },
  { kind: 'rolling', title: '滚动', itemLimit: 10 },
  { kind: 'cityObservation', title: '城市观察', itemLimit: 5 },
];

const articleBlocks: FoundationBlock[] = [
  { kind: 'cityObservation', title: '城市观察', itemLimit: 5 },
  { kind: 'recent', title: '最新消息', itemLimit: 10 },
];

/**
 * What every newsroom stands on, fictional or real: the root of the section tree and the two fronts with
 * their blocks. Adds what is missing in the order of need and changes nothing that is there.
 */
export async function ensureFoundation(q: Query): Promise<void> {
  const [existing] = await q.select({ number: count() }).from(sections);
  if (existing!.number > 0) return;
  await q.insert(sections).values({ path: '', name: '本地新闻网', kind: 'portal', position: 0 });
  await insertFront(q, 'home', homeBlocks);
  await insertFront(q, 'article', articleBlocks);
}

async function insertFront(q: Query, key: 'home' | 'article', frontBlocks: FoundationBlock[]): Promise<void> {
  const [front] = await q.insert(fronts).values({ key }).returning({ id: fronts.id });
  await q
    .insert(blocks)
    .values(frontBlocks.map((block, position) => ({ ...block, frontId: front!.id, position })));
}
