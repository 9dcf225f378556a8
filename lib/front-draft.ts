import { z } from 'zod';

/** A front as it is being arranged: the blocks in their order, each with its hand-placed items. */
export const frontDraftSchema = z.strictObject({
  blocks: z
    .array(
      z.strictObject({
        blockId: z.int().positive(),
        title: z.string().min(1, '请填写区块的名称').max(30, '区块的名称不能超过 30 字'),
        /** What fills the block behind its hand-placed items; null: nothing does. */
        sectionId: z.int().positive().nullable(),
        itemLimit: z.int().min(1, '至少显示 1 条').max(50, '最多显示 50 条'),
        items: z
          .array(
            z.strictObject({
              articleId: z.int().positive().nullable(),
              /** In place of the article's own, or alone where there is no article. */
              headline: z.string().max(200, '标题不能超过 200 字'),
              abstract: z.string().max(1000, '摘要不能超过 1000 字'),
            }),
          )
          .max(50, '一个区块最多放 50 条'),
      }),
    )
    .max(50),
});

export type FrontDraft = z.infer<typeof frontDraftSchema>;
