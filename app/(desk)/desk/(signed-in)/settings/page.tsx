import type { Metadata } from 'next';
import { saveSettingsAction } from '@/app/(desk)/desk/(signed-in)/settings/actions';
import { NotAllowed } from '@/components/desk/not-allowed';
import { SettingsForm } from '@/components/desk/settings/settings-form';
import { unlessNotAllowed } from '@/app/(desk)/desk/unless-not-allowed';
import { PageTitle } from '@/components/ui/page-title';
import { requireEditor } from '@/features/access/require-editor';
import { getSettingsForDesk } from '@/features/settings/get-settings-for-desk';
import { hasSecret, settingGroups, shownValue } from '@/lib/setting-groups';

export const metadata: Metadata = { title: '网站设置' };

export default async function SettingsPage() {
  const editor = await requireEditor();
  const found = await unlessNotAllowed(() => getSettingsForDesk(editor));
  if (!found.isAllowed) return <NotAllowed reason={found.reason} />;
  const settings = found.value;
  return (
    <>
      <PageTitle title="网站设置" note="保存后读者马上看到。" />
      <div className="grid max-w-3xl gap-4">
        {settingGroups.map((group) => (
          <SettingsForm
            key={group.key}
            group={group}
            values={Object.fromEntries(
              group.fields.map((field) => [field.name, shownValue(settings[group.key], field)]),
            )}
            secrets={group.fields
              .filter((field) => field.kind === 'secret' && hasSecret(settings[group.key], field))
              .map(({ name }) => name)}
            save={saveSettingsAction}
          />
        ))}
      </div>
    </>
  );
}
