import { tx } from '@/db/client';
import { raiseContentVersion } from '@/db/content-version';
import { siteSettings } from '@/db/schema/site';
import { getSiteSettings } from '@/features/settings/get-site-settings';
import { recordEvent } from '@/features/timeline/record-event';

/** For the command line, where no editor is asked: whoever may write to the data folder may do everything. */
export async function switchMaintenance(isOn: boolean, now = new Date()): Promise<void> {
  await tx(async (q) => {
    const value = { ...(await getSiteSettings()).maintenance, isOn };
    await q
      .insert(siteSettings)
      .values({ key: 'maintenance', value })
      .onConflictDoUpdate({ target: siteSettings.key, set: { value } });
    const note = isOn ? '打开' : '关闭';
    await recordEvent(q, undefined, { kind: 'settingsChanged', subject: '维护', note }, now);
    await raiseContentVersion(q);
  });
}
