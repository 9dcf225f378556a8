'use client';

import type { ActionAnswer } from '@/components/desk/article-form/article-actions';
import { useAct } from '@/components/desk/use-act';
import { Button } from '@/components/ui/button';
import { FormProblems, SelectField, TextArea, TextField } from '@/components/ui/field';
import type { Problem } from '@/lib/problems';
import type { SettingField, SettingGroup } from '@/lib/setting-groups';

type SettingsFormProps = {
  group: SettingGroup;
  values: Record<string, string>;
  /** Fields in which a secret is set that is not shown again. */
  secrets: readonly string[];
  save: (input: { group: SettingGroup['key']; values: Record<string, string> }) => Promise<ActionAnswer>;
};

/** One group of settings. What was typed stays when it is refused. */
export function SettingsForm({ group, values, secrets, save }: SettingsFormProps) {
  const { act, refusal, isPending } = useAct();
  return (
    <form
      aria-labelledby={`settings-${group.key}`}
      className="grid gap-3 rounded-lg border border-rule bg-sheet p-4"
      onSubmit={(event) => {
        event.preventDefault();
        const entries = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]);
        const given = Object.fromEntries(entries) as Record<string, string>;
        act({ perform: () => save({ group: group.key, values: given }), done: `“${group.title}”已保存` });
      }}
    >
      <h2 id={`settings-${group.key}`} className="text-lg font-bold">
        {group.title}
      </h2>
      {group.note && <p className="text-muted">{group.note}</p>}
      <FormProblems problems={refusal} shownFields={group.fields.map(({ name }) => name)} />
      <div className="grid gap-3 md:grid-cols-2">
        {group.fields.map((field) => (
          <div key={field.name} className={field.kind === 'paragraphs' ? 'md:col-span-2' : ''}>
            <Control
              field={field}
              value={values[field.name] ?? ''}
              isSecretSet={secrets.includes(field.name)}
              problems={refusal}
            />
          </div>
        ))}
      </div>
      <div>
        <Button type="submit" look="primary" disabled={isPending}>
          保存{group.title}
        </Button>
      </div>
    </form>
  );
}

type ControlProps = {
  field: SettingField;
  value: string;
  isSecretSet: boolean;
  problems: readonly Problem[];
};

function Control({ field, value, isSecretSet, problems }: ControlProps) {
  const { name, label, hint, kind, choices = [] } = field;
  const shared = { name, label, hint, problems };
  switch (kind) {
    case 'switch':
      return (
        <div>
          <label className="flex items-center gap-2 font-medium">
            <input type="checkbox" name={name} value="on" defaultChecked={value === 'on'} />
            {label}
          </label>
          {hint && <p className="text-[0.8125rem] text-muted">{hint}</p>}
        </div>
      );
    case 'choice':
      return (
        <SelectField {...shared} defaultValue={value}>
          {choices.map(([choice, words]) => (
            <option key={choice} value={choice}>
              {words}
            </option>
          ))}
        </SelectField>
      );
    case 'paragraphs':
      return <TextArea {...shared} rows={6} defaultValue={value} />;
    case 'number':
      return <TextField {...shared} inputMode="numeric" defaultValue={value} />;
    case 'secret':
      return (
        <TextField
          {...shared}
          type="password"
          autoComplete="off"
          placeholder={isSecretSet ? '已设置；不改就留空' : '没有设置'}
        />
      );
    case 'line':
      return <TextField {...shared} defaultValue={value} />;
    default:
      return kind satisfies never;
  }
}
