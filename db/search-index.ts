import { type SQL, sql } from 'drizzle-orm';
import { sqliteTable } from 'drizzle-orm/sqlite-core';
import { count, words } from '@/db/columns';

/**
 * The full-text index: an FTS5 table without content of its own, made by a migration written by hand.
 * Stands outside db/schema because drizzle-kit would make an ordinary table of it.
 */
export const searchIndex = sqliteTable('search_index', {
  ordinal: count('rowid').primaryKey(),
  headline: words('headline').notNull(),
  body: words('body').notNull(),
  /** The pairs of the headline at which a word begins. */
  starts: words('starts').notNull(),
});

/**
 * The same for what is not live: drafts, texts in review, what was taken off the site. A table of its own,
 * so that no question of a reader can ever touch an unpublished word.
 */
export const deskSearchIndex = sqliteTable('desk_search_index', {
  articleId: count('rowid').primaryKey(),
  headline: words('headline').notNull(),
  body: words('body').notNull(),
});

type Phrase = { tokens: string[]; isPrefix: boolean };
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
    canBeNear ? `{headline body} : NEAR(${wanted.map(quoted).join(' ')}, 40)` : all(wanted),
    all(wanted),
  ];
}

/** `starts` is no text: only headline and body are searched. */
function all(wanted: Phrase[]): string {
  return wanted.map((phrase) => `{headline body} : ${quoted(phrase)}`).join(' AND ');
}

function anywhere(wanted: Phrase[], unwanted: Phrase[]): string {
  return [`(${all(wanted)})`, ...unwanted.map((phrase) => `(${unwantedExpression(phrase)})`)].join(' NOT ');
}

function unwantedExpression(phrase: Phrase): string {
  return `{headline body} : ${quoted(phrase)}`;
}

function quoted({ tokens, isPrefix }: Phrase): string {
  return `"${tokens.join(' ').replaceAll('"', '')}"${isPrefix ? '*' : ''}`;
}
