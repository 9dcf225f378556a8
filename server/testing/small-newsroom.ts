import { closeConnections, databaseFileIn, openConnections, tx, useDatabase } from '@/db/client';
import { prepareDatabase } from '@/db/migrate';
import { sections } from '@/db/schema/sections';
import { ensureFoundation } from '@/db/seed/foundation';
import { insertArticle } from '@/features/articles/insert-article';
import { paragraph } from '@/lib/article-body';

/** Of the one section beside the root; 45 articles make three pages of a list. */
export const sectionAddressOfTest = '/town';
const articleCount = 45;

/** Puts a section with articles into the database of a data folder that no portal uses yet. */
export async function fillNewsroom(dataDir: string): Promise<void> {
  await prepareDatabase(dataDir);
  const connections = openConnections(databaseFileIn(dataDir));
  const before = useDatabase(connections);
  try {
    await tx(async (q) => {
      await ensureFoundation(q);
      const [town] = await q
        .insert(sections)
        .values({ path: 'town', name: '城镇', kind: 'section', parentId: 1 })
        .returning({ id: sections.id });
      for (let number = 1; number <= articleCount; number += 1) {
        const publishedAt = new Date(Date.UTC(2026, 0, 1, number));
        const headline = `第 ${number} 篇稿件`;
        const body = { type: 'doc' as const, content: [paragraph(`这是${headline}的正文。`)] };
        await insertArticle(
          q,
          { sectionId: town!.id, headline, body, credits: [], publishedAt },
          publishedAt,
        );
      }
    });
  } finally {
    useDatabase(before);
    closeConnections(connections);
  }
}
