/**
 * What a person can put right: the field it belongs to, and one Chinese sentence that says what to do.
 * What should never happen is thrown instead.
 */
export type Problem = { field: string; message: string };

export type Outcome<Value = undefined> = { ok: true; value: Value } | { ok: false; problems: Problem[] };

/** Ends a command with one sentence for the person who ran it instead of a stack trace. */
export class PlainError extends Error {
  override name = 'PlainError';
}
