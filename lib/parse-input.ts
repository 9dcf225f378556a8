import { z } from 'zod';
import type { Outcome, Problem } from '@/lib/problems';

// Whatever has no sentence of its own is at least said in Chinese.
z.config(z.locales.zhCN());

/** More fields than any form of ours has; a post with ten thousand is no form. */
const mostFields = 500;

/** What a form posted: one value for a name, a list for a name that came several times. */
export function fieldsOf(form: FormData): Record<string, FormDataEntryValue | FormDataEntryValue[]> {
  const names = new Set<string>();
  for (const name of form.keys()) {
    // React marks the post of an action with fields of its own.
    if (!name.startsWith('$ACTION')) names.add(name);
    if (names.size > mostFields) break;
  }
  return Object.fromEntries(
    [...names].map((name) => {
      const values = form.getAll(name);
      return [name, values.length === 1 ? values[0]! : values];
    }),
  );
}

/**
 * What came from outside in the shape of `schema`, or what is wrong with it: the first problem of each
 * field. `input` is a form or what a client component passed to an action.
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): Outcome<z.output<Schema>> {
  const parsed = schema.safeParse(input instanceof FormData ? fieldsOf(input) : input);
  if (parsed.success) {
    const field = fieldThatCannotBeKept(parsed.data);
    if (field === undefined) return { ok: true, value: parsed.data };
    return { ok: false, problems: [{ field, message: '文字里有无法保存的字符，请删掉后重新输入。' }] };
  }
  const problems = new Map<string, Problem>();
  for (const issue of parsed.error.issues.slice(0, 50)) {
    const field = issue.path.join('.');
    const isOurs = issue.code !== 'unrecognized_keys';
    if (!problems.has(field)) {
      problems.set(field, {
        field,
        message: isOurs ? issue.message : '提交的内容不符合要求，请刷新页面后再试。',
      });
    }
  }
  return { ok: false, problems: [...problems.values()] };
}

/**
 * Where a text has U+0000 or half a character: engines cut, refuse or replace such texts, each in its own
 * way. Asked here once, so that no schema can forget it. What was parsed is as deep as its schema.
 */
function fieldThatCannotBeKept(value: unknown, field = ''): string | undefined {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0') ? undefined : field;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const found = fieldThatCannotBeKept(inner, field === '' ? name : `${field}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
