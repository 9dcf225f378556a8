import { type SQL, sql } from 'drizzle-orm';
import { sqliteTable } from 'drizzle-orm/sqlite-core';
import { database } from '@/db/client';
import { count, words } from '@/db/columns';

/**
 * The full-text index: an FTS5 table without content of its own, made by a migration written by hand.
 * Stands outside db/schema because drizzle-kit would make an ordinary table of it.
 */
export const searchIndex = indexTable('search_index');

/**
 * The same for what is not live: drafts, texts in review, what was taken off the site. A table of its own,
 * so that no question of a reader can ever touch an unpublished word.
 */
export const deskSearchIndex = deskIndexTable('desk_search_index');

/** Where a rebuild writes, beside the tables in use; empty at all other times. */
export const nextSearchIndex = indexTable('search_index_next');
export const nextDeskSearchIndex = deskIndexTable('desk_search_index_next');

function indexTable(name: string) {
  return sqliteTable(name, {
    ordinal: count('rowid').primaryKey(),
    headline: words('headline').notNull(),
    body: words('body').notNull(),
    /** The pairs of the headline at which a word begins. */
    starts: words('starts').notNull(),
  });
}

function deskIndexTable(name: string) {
  return sqliteTable(name, {
    articleId: count('rowid').primaryKey(),
    headline: words('headline').notNull(),
    body: words('body').notNull(),
  });
}

const tablesOfARebuild = ['search_index', 'desk_search_index', 'search_entries', 'search_terms'];

/**
 * Puts what a rebuild made in the place of what was in use: names change, no row is moved. Only inside a
 * transaction; readers see the tables of before or those of after.
 */
export function swapSearchTables(): void {
  const { writer } = database();
  for (const table of tablesOfARebuild) {
    writer.exec(`alter table ${table} rename to ${table}_before`);
    writer.exec(`alter table ${table}_next rename to ${table}`);
    writer.exec(`alter table ${table}_before rename to ${table}_next`);
  }
}

/** Empties what a rebuild writes into; only inside a transaction. Row by row, FTS5 would note each as deleted. */
export function emptyNextSearchTables(): void {
  const { writer } = database();
  writer.exec(`insert into search_index_next (search_index_next) values ('delete-all')`);
  writer.exec(`insert into desk_search_index_next (desk_search_index_next) values ('delete-all')`);
  writer.exec('delete from search_entries_next');
  writer.exec('delete from search_terms_next');
}

type Phrase = {
  tokens: string[];
  isPrefix: boolean;
  /** The sections that are called so: whatever stands in them answers too, after all others. */
  sectionIds?: number[];
};
type Phrases = { wanted: Phrase[]; unwanted: Phrase[] };

/**
 * How well a row answers, the best first: every phrase in the headline and begun there by a word; every phrase
 * in the headline; all close together; all anywhere. A row belongs to the first that it fulfils.
 */
export const tierCount = 4;

/** The condition that a row of the index belongs to a tier. Phrases consist of tokens, never of a person's input. */
export function matchesTier(phrases: Phrases, tier: number): SQL {
  const tiers = tierExpressions(phrases.wanted);
  const earlier = tiers.slice(0, tier);
  const expression = [
    `(${tiers[tier]!})`,
    ...[...earlier, ...phrases.unwanted.map(unwantedExpression)].map((one) => `(${one})`),
  ];
  return sql`search_index match ${expression.join(' NOT ')}`;
}

/** The condition that a row holds every wanted phrase and no unwanted one. */
export function matches({ wanted, unwanted }: Phrases): SQL {
  return sql`search_index match ${anywhere(wanted, unwanted)}`;
}

export function deskMatches({ wanted, unwanted }: Phrases): SQL {
  return sql`desk_search_index match ${anywhere(wanted, unwanted)}`;
}

function tierExpressions(wanted: Phrase[]): string[] {
  const inHeadline = wanted.map((phrase) => `headline : ${quoted(phrase)}`).join(' AND ');
  const begun = wanted.map(
    (phrase) => `starts : ${quoted({ ...phrase, tokens: phrase.tokens.slice(0, 1) })}`,
  );
  // NEAR takes no beginnings of words; without it the tier is empty, because the next one is the same.
  const canBeNear = wanted.length > 1 && wanted.every(({ isPrefix }) => !isPrefix);
  return [
    `${inHeadline} AND ${begun.join(' AND ')}`,
    inHeadline,
    canBeNear ? `{headline body} : NEAR(${wanted.map(quoted).join(' ')}, 40)` : allInText(wanted),
    all(wanted),
  ];
}

/** `starts` is no text: only headline and body are searched. */
function allInText(wanted: Phrase[]): string {
  return wanted.map((phrase) => `{headline body} : ${quoted(phrase)}`).join(' AND ');
}

function all(wanted: Phrase[]): string {
  return wanted
    .map((phrase) => {
      const places = (phrase.sectionIds ?? []).map((id) => ` OR body : ${sectionToken(id)}`);
      return `({headline body} : ${quoted(phrase)}${places.join('')})`;
    })
    .join(' AND ');
}

function anywhere(wanted: Phrase[], unwanted: Phrase[]): string {
  return [`(${all(wanted)})`, ...unwanted.map((phrase) => `(${unwantedExpression(phrase)})`)].join(' NOT ');
}

function unwantedExpression(phrase: Phrase): string {
  return `{headline body} : ${quoted(phrase)}`;
}

/**
 * What an index row holds of its section: the number, so that a section may be renamed or moved without
 * touching a row. Longer than the two characters of any token of a text.
 */
export function sectionToken(sectionId: number): string {
  return `section${sectionId}`;
}

function quoted({ tokens, isPrefix }: Phrase): string {
  return `"${tokens.join(' ').replaceAll('"', '')}"${isPrefix ? '*' : ''}`;
}
