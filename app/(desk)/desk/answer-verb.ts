import type { z } from 'zod';
import { answerAction } from '@/app/(desk)/desk/answer-action';
import type { Editor } from '@/features/access/editor';
import { currentEditor } from '@/features/access/require-editor';
import { parseInput } from '@/lib/parse-input';
import type { Problem } from '@/lib/problems';

export type SignedOut = { ok: false; problems: Problem[]; isSignedOut: true };
type Refusal = { ok: false; problems: Problem[] };

/**
 * The whole of an action that a page calls and stays: who asks, what they sent, the verb. An expired login
 * is an answer here and no redirection, because the page holds text that must not be left.
 */
export async function answerVerb<Schema extends z.ZodType, Answer>(
  schema: Schema,
  input: unknown,
  verb: (editor: Editor, value: z.output<Schema>) => Promise<Answer>,
): Promise<Answer | Refusal | SignedOut> {
  return answerAction(async () => {
    const editor = await currentEditor();
    if (editor === undefined) {
      return { ok: false, isSignedOut: true, problems: [{ field: '', message: '登录已过期，请重新登录。' }] };
    }
    const parsed = parseInput(schema, input);
    if (!parsed.ok) return parsed;
    return verb(editor, parsed.value);
  });
}
