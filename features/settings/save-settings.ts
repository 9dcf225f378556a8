import { z } from 'zod';
import { tx } from '@/db/client';
import { raiseContentVersion } from '@/db/content-version';
import { siteSettings } from '@/db/schema/site';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import { getSiteSettings } from '@/features/settings/get-site-settings';
import { recordEvent } from '@/features/timeline/record-event';
import type { Outcome, Problem } from '@/lib/problems';
import { type SettingField, type SettingGroup, settingGroups } from '@/lib/setting-groups';
import { siteSettingsSchema } from '@/lib/site-settings';

export const settingsForm = z.strictObject({
  group: z.enum(settingGroups.map(({ key }) => key)),
  /** Each field of the group as its control has it; a switch that is off may be left out. */
  values: z.record(z.string().max(100), z.string().max(20_000)),
});

/**
 * Changes one group of the site's settings, for readers with the next request. A secret that is left empty
 * stays what it was. For administrators; what the values were is nowhere written down, because some are secret.
 */
export async function saveSettings(
  editor: Editor,
  { group: key, values }: z.output<typeof settingsForm>,
  now = new Date(),
): Promise<Outcome> {
  const group = settingGroups.find((one) => one.key === key)!;
  return tx(async (q) => {
    await demand(q, editor, 'editSettings');
    const stored = (await getSiteSettings())[key];
    const unknown = Object.keys(values).find((name) => group.fields.every((field) => field.name !== name));
    if (unknown !== undefined) {
      return { ok: false, problems: [{ field: '', message: '提交的内容不符合要求，请刷新页面后再试。' }] };
    }
    const wanted = structuredClone(stored) as Record<string, unknown>;
    for (const field of group.fields) put(wanted, field, values[field.name]);
    const parsed = siteSettingsSchema.shape[key].safeParse(wanted);
    if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error, group) };
    await q
      .insert(siteSettings)
      .values({ key, value: parsed.data })
      .onConflictDoUpdate({ target: siteSettings.key, set: { value: parsed.data } });
    await recordEvent(q, editor, { kind: 'settingsChanged', subject: group.title }, now);
    await raiseContentVersion(q);
    return { ok: true, value: undefined };
  });
}

function put(target: Record<string, unknown>, { name, kind }: SettingField, given: string | undefined): void {
  if (kind === 'secret' && (given ?? '').trim() === '') return;
  const path = name.split('.');
  const last = path.pop()!;
  const holder = path.reduce((inner, part) => inner[part] as Record<string, unknown>, target);
  holder[last] = valueOf(kind, given ?? '');
}

function valueOf(kind: SettingField['kind'], given: string): unknown {
  if (kind === 'switch') return given === 'on';
  if (kind === 'number') return given.trim() === '' ? undefined : Number(given);
  return kind === 'paragraphs' ? given.replaceAll('\r\n', '\n').trim() : given.trim();
}

/** One problem for each field, at the field. */
function problemsOf(error: z.ZodError, { fields }: SettingGroup): Problem[] {
  const problems = new Map<string, Problem>();
  for (const { path, message } of error.issues) {
    const name = path.join('.');
    const field = fields.find((one) => one.name === name);
    if (!problems.has(name)) problems.set(name, { field: field === undefined ? '' : name, message });
  }
  return [...problems.values()];
}
