import { NotAllowedError } from '@/features/access/permission';

export type Allowed<Value> = { isAllowed: true; value: Value } | { isAllowed: false; reason: string };

/**
 * What a page asked for, or why its reader may not have it, for <NotAllowed>. The question itself demands
 * the right; this only turns its refusal into something to show. Other failures pass.
 */
export async function unlessNotAllowed<Value>(ask: () => Promise<Value>): Promise<Allowed<Value>> {
  try {
    return { isAllowed: true, value: await ask() };
  } catch (error) {
    if (error instanceof NotAllowedError) return { isAllowed: false, reason: error.message };
    throw error;
  }
}
