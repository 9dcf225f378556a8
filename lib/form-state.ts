import type { Problem } from '@/lib/problems';

/** What a form's action answers when the page stays: what is wrong, or what was done, for the toast. */
export type FormState = { problems: Problem[]; done?: string };

export const untouched: FormState = { problems: [] };
