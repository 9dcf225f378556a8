import { z } from 'zod';

const draftItemSchema = z
  .strictObject({
    articleId: z.int().positive().nullable(),
    /** In place of the article's own, or alone where there is no article. */
    headline: z.string().max(200, '标题不能超过 200 字。'),
    abstract: z.string().max(1000, '摘要不能超过 1000 字。'),
  })
  .refine(({ articleId, headline }) => articleId !== null || headline.trim() !== '', {
    path: ['headline'],
    message: '没有稿件的一条要有标题，请填写或删除它。',
  });

const draftBlockSchema = z.strictObject({
  blockId: z.int().positive(),
  title: z
    .string()
    .max(30, '版块的名称不能超过 30 字。')
    .refine((title) => title.trim() !== '', '请填写版块的名称。'),
  /** Whose newest articles fill the block behind its hand-placed items; null: those of the whole portal. */
  sectionId: z.int().positive().nullable(),
  itemLimit: z.int('请填写 1 到 50 的整数。').min(1, '至少显示 1 条。').max(50, '最多显示 50 条。'),
  items: z.array(draftItemSchema).max(50, '一个版块最多放 50 条，请先移除一些。'),
});

/** A front as it is being arranged: the blocks in their order, each with its hand-placed items. */
export const frontDraftSchema = z.strictObject({ blocks: z.array(draftBlockSchema).max(50) });

export type FrontDraft = z.infer<typeof frontDraftSchema>;
export type DraftBlock = FrontDraft['blocks'][number];
export type DraftItem = DraftBlock['items'][number];

/** Whether two states of a block would show the same. */
export function isSameBlock(one: DraftBlock | undefined, other: DraftBlock | undefined): boolean {
  return JSON.stringify(one && fixedOrder(one)) === JSON.stringify(other && fixedOrder(other));
}

export function isSameFront(one: FrontDraft, other: FrontDraft): boolean {
  return JSON.stringify(one.blocks.map(fixedOrder)) === JSON.stringify(other.blocks.map(fixedOrder));
}

function fixedOrder({ blockId, title, sectionId, itemLimit, items }: DraftBlock): unknown[] {
  const lines = items.map(({ articleId, headline, abstract }) => [articleId, headline, abstract]);
  return [blockId, title, sectionId, itemLimit, lines];
}
