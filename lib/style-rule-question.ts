import { z } from 'zod';
import { styleCategories, styleLevels, styleRuleKinds } from '@/lib/style-rule';

/** Which rules the page shows, as its address says it; what no filter knows counts as not said. */
export const styleRuleQuestion = z.object({
  words: z.string().trim().max(100).catch('').default(''),
  level: z
    .enum(['', ...styleLevels])
    .catch('')
    .default(''),
  category: z
    .enum(['', ...styleCategories])
    .catch('')
    .default(''),
  kind: z
    .enum(['', ...styleRuleKinds])
    .catch('')
    .default(''),
  state: z.enum(['', 'on', 'off']).catch('').default(''),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
});

export type StyleRuleQuestion = z.output<typeof styleRuleQuestion>;
