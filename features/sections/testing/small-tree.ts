import { asc, eq } from 'drizzle-orm';
import { reader, tx } from '@/db/client';
import { listingDays, listings } from '@/db/schema/articles';
import { sections } from '@/db/schema/sections';
import type { Editor } from '@/features/access/editor';
import { insertArticle } from '@/features/articles/insert-article';
import { addSection } from '@/features/sections/add-section';
import { changeSection } from '@/features/sections/change-section';
import { paragraph } from '@/lib/article-body';
import type { SectionKind } from '@/lib/section-kind';

const body = { type: 'doc' as const, content: [paragraph('正文。')] };

/** Adds a section by its verb and answers its id; throws when the verb refuses. */
export async function grow(
  editor: Editor,
  parentId: number,
  segment: string,
  { name = segment, kind = 'section' }: { name?: string; kind?: SectionKind } = {},
): Promise<number> {
  const added = await addSection(editor, { name, kind, description: '', segment, parentId });
  if (!added.ok) throw new Error(JSON.stringify(added.problems));
  return added.value.sectionId;
}

export async function rowOf(id: number) {
  const [row] = await reader().select().from(sections).where(eq(sections.id, id));
  if (row === undefined) throw new Error(`There is no section ${id}.`);
  return row;
}

export type SectionChanges = Partial<Parameters<typeof changeSection>[1]>;

/** Changes some of what a section is and leaves the rest. */
export async function changeSome(editor: Editor, sectionId: number, changes: SectionChanges) {
  const { name, kind, description, path, parentId } = await rowOf(sectionId);
  const segment = path.split('/').at(-1)!;
  return changeSection(editor, { sectionId, name, kind, description, segment, parentId, ...changes });
}

export async function publishIn(sectionId: number, headline: string, publishedAt: Date): Promise<number> {
  return tx((q) => insertArticle(q, { sectionId, headline, body, credits: [], publishedAt }, publishedAt));
}

export async function draftIn(sectionId: number, headline: string): Promise<number> {
  return tx((q) => insertArticle(q, { sectionId, headline, body, credits: [] }, new Date()));
}

/** Everything that lists hold, in one order, to be compared. */
export async function everyListing() {
  return {
    rows: await reader()
      .select()
      .from(listings)
      .orderBy(asc(listings.sectionId), asc(listings.publishedAt), asc(listings.articleId)),
    days: await reader().select().from(listingDays).orderBy(asc(listingDays.sectionId), asc(listingDays.day)),
  };
}
