import { reader } from '@/db/client';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import { getSiteSettings } from '@/features/settings/get-site-settings';
import type { SiteSettings } from '@/lib/site-settings';

/** All settings, for whoever may change them. Secrets are in it: pages pass on what lib/setting-groups.ts lets show. */
export async function getSettingsForDesk(editor: Editor): Promise<SiteSettings> {
  await demand(reader(), editor, 'editSettings');
  return getSiteSettings();
}
