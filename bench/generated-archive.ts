import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { configureConnection, databaseFileIn } from '@/db/client';
import type { ArticleBody } from '@/lib/article-body';
import { dayNumberOf } from '@/lib/dates';
import { ordinalAt, rowOf } from '@/features/search/index-article';

/*
 * A large archive for measurements: the demo newsroom's sections filled with articles over twenty years. It
 * writes rows directly and in large transactions, because a million calls of the verbs would measure those.
 */

const wordPool = (
  '澄澜江水位平稳回落沿岸步道重新开放市民清晨散步骑行公交新增两条支线换乘时间缩短社区食堂试营业老人用餐打折图书馆延长开放时间' +
  '学生夜读座位可预约湿地候鸟抵达监测站记录种类港口吞吐量上升船期加密茶园采摘结束合作社公布价格陶窑开窑匠人讲述火候医院门诊分时段挂号' +
  '乡道拓宽工程完工路灯全部点亮水质断面达标河长巡查留痕'
).split('');

/** A repeatable sequence of numbers below `limit` (Park–Miller). */
function sequence(seed: number) {
  let state = seed;
  return (limit: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
}

function sentence(next: (limit: number) => number, length: number): string {
  const start = next(wordPool.length - 8);
  return Array.from({ length }, (_, index) => wordPool[(start + index * 7 + next(3)) % wordPool.length]).join(
    '',
  );
}

type SectionRow = { id: number; parent_id: number | null };

/** Adds `count` live articles below the existing sections; the database must be migrated and not in use. */
export function generateArchive(dataDir: string, count: number): void {
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

  const next = sequence(20_261_123);
  const twentyYears = 20 * 365 * 86_400_000;
  const newest = Date.now() - 91 * 86_400_000;
  const batch = 5000;
  for (let begun = 0; begun < count; begun += batch) {
    connection.transaction(() => {
      for (let index = begun; index < Math.min(begun + batch, count); index += 1) {
        const publishedAt = Math.floor(newest - twentyYears + (twentyYears * index) / count);
        const headline = sentence(next, 14 + next(12));
        const paragraphs = Array.from({ length: 6 }, () => `${sentence(next, 60 + next(60))}。`);
        const body: ArticleBody = {
          type: 'doc',
          content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
        };
        const leaf = leaves[next(leaves.length)]!;
        const { lastInsertRowid } = insertArticle.run(
          leaf.id,
          headline,
          paragraphs[0]!.slice(0, 80),
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
        const ordinal = ordinalAt(new Date(publishedAt)) + Number(lastInsertRowid);
        const row = rowOf({ headline, body, names: [] });
        insertEntry.run(ordinal, lastInsertRowid);
        insertTokens.run(ordinal, row.headline, row.body, row.starts);
      }
    })();
  }
  connection.exec('update content_state set content_version = content_version + 1');
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.exec('analyze');
  connection.close();
}
