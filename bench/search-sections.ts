import { tx } from '@/db/client';
import { sections } from '@/db/schema/sections';

/** Ten sections with nothing in them, so that a filter leaves out nine tenths of what is found. */
export async function seedSections(): Promise<void> {
  await tx(async (q) => {
    const [root] = await q.select({ id: sections.id }).from(sections);
    await q.insert(sections).values(
      Array.from({ length: 10 }, (_, index) => ({
        parentId: root!.id,
        path: `section-${index}`,
        name: `栏目${index}`,
        kind: 'section' as const,
      })),
    );
  });
}
