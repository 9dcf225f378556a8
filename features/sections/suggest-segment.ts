import { z } from 'zod';
import { reader } from '@/db/client';
import type { Editor } from '@/features/access/editor';
import { demand } from '@/features/access/permission';
import { freeSegment } from '@/features/sections/section-paths';
import { getSectionRow } from '@/features/sections/section-rows';

export const suggestSegmentForm = z.strictObject({
  name: z.string().trim().max(30),
  parentId: z.int().positive(),
});

/** A free last step for the address of a section of this name: its pinyin. */
export async function suggestSegment(
  editor: Editor,
  { name, parentId }: z.output<typeof suggestSegmentForm>,
): Promise<string> {
  await demand(reader(), editor, 'editSections');
  const parent = await getSectionRow(reader(), parentId);
  return freeSegment(reader(), parent.path, name);
}
