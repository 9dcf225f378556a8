import { eq } from 'drizzle-orm';
import { reader } from '@/db/client';
import { sections } from '@/db/schema/sections';
import { getSiteView } from '@/features/sections/get-site-view';

/** From the portal down to the section; undefined when there is none with this number. */
export async function findSectionTrail(sectionId: number): Promise<{ name: string }[] | undefined> {
  const [known] = await reader().select({ id: sections.id }).from(sections).where(eq(sections.id, sectionId));
  return known && (await getSiteView(sectionId)).trail;
}
