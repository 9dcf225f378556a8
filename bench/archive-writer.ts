import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { configureConnection, databaseFileIn } from '@/db/client';
import { ordinalAt } from '@/features/search/free-ordinals';
import { describeText } from '@/features/search/describe-text';
import { rowOf } from '@/features/search/index-article';
import type { ArticleBody } from '@/lib/article-body';
import { dayNumberOf } from '@/lib/dates';

type SectionRow = { id: number; parent_id: number | null };

export type ArchiveItem = {
  headline: string;
  paragraphs: string[];
  publishedAt: number;
  sectionIndex: number;
};

/**
 * Adds live articles below the existing sections, in rows and large transactions of its own, because a
 * million calls of the verbs would measure those. The database must be migrated and not in use. Answers how
 * long the search index took, in milliseconds, and the ids in the order of the items.
 */
export function writeArchive(
  dataDir: string,
  items: Iterable<ArchiveItem>,
): { indexTime: number; ids: number[] } {
  const file = databaseFileIn(dataDir);
  if (!existsSync(file)) throw new Error(`There is no database in ${dataDir}.`);
  const connection = new Database(file);
  configureConnection(connection);
  const sections = connection.prepare('select id, parent_id from sections').all() as SectionRow[];
  const parents = new Map(sections.map((section) => [section.id, section.parent_id]));
  const leaves = sections.filter(({ id }) => !sections.some((other) => other.parent_id === id));
  const insertArticle = connection.prepare(
    `insert into articles (status, section_id, headline, abstract, body, character_count, published_at, created_at, updated_at, published_version)
     values ('published', ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
  );
  const insertListing = connection.prepare(
    'insert into listings (section_id, published_at, article_id) values (?, ?, ?)',
  );
  const insertEntry = connection.prepare(
    `insert into search_entries (ordinal, article_id, terms) values (?, ?, '[]')`,
  );
  const insertTokens = connection.prepare(
    'insert into search_index (rowid, headline, body, starts) values (?, ?, ?, ?)',
  );
  const countDay = connection.prepare(
    `insert into listing_days (section_id, day, article_count) values (?, ?, 1)
     on conflict (section_id, day) do update set article_count = article_count + 1`,
  );
  const ids: number[] = [];
  let indexTime = 0;
  // The items come in the order of their publication.
  let lastOrdinal = 0;

  function write({ headline, paragraphs, publishedAt, sectionIndex }: ArchiveItem): void {
    const body: ArticleBody = {
      type: 'doc',
      content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
    };
    const leaf = leaves[sectionIndex % leaves.length]!;
    const { lastInsertRowid } = insertArticle.run(
      leaf.id,
      headline,
      (paragraphs[0] ?? '').slice(0, 80),
      JSON.stringify(body),
      paragraphs.join('').length,
      publishedAt,
      publishedAt,
      publishedAt,
    );
    for (let id: number | null = leaf.id; id !== null; id = parents.get(id) ?? null) {
      insertListing.run(id, publishedAt, lastInsertRowid);
      countDay.run(id, dayNumberOf(new Date(publishedAt)));
    }
    const start = performance.now();
    const ordinal = Math.max(ordinalAt(new Date(publishedAt)), lastOrdinal + 1);
    lastOrdinal = ordinal;
    const row = rowOf(describeText({ headline, body, names: [] }), leaf.id);
    insertEntry.run(ordinal, lastInsertRowid);
    insertTokens.run(ordinal, row.headline, row.body, row.starts);
    indexTime += performance.now() - start;
    ids.push(Number(lastInsertRowid));
  }

  const batch = connection.transaction((some: ArchiveItem[]) => {
    for (const item of some) write(item);
  });
  let waiting: ArchiveItem[] = [];
  for (const item of items) {
    waiting.push(item);
    if (waiting.length === 5000) {
      batch(waiting);
      waiting = [];
    }
  }
  batch(waiting);
  connection.exec(`insert into search_index (search_index) values ('optimize')`);
  connection.exec('update content_state set content_version = content_version + 1');
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.exec('analyze');
  connection.close();
  return { indexTime, ids };
}
