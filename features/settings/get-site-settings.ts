import { reader } from '@/db/client';
import { siteSettings } from '@/db/schema/site';
import { type SiteSettings, siteSettingsSchema } from '@/lib/site-settings';

/** All settings; what was never set has its default. */
export async function getSiteSettings(): Promise<SiteSettings> {
  const rows = await reader().select().from(siteSettings);
  return siteSettingsSchema.parse(Object.fromEntries(rows.map((row) => [row.key, row.value])));
}
