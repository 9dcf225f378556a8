import { termsOf } from '@/features/search/terms-of';
import { type ArticleBody, bodyLines } from '@/lib/article-body';
import { indexText, wordStartTokens } from '@/lib/search-tokens';

/*
 * Without the database: an import describes texts in threads of its own, and a thread that loads the database
 * takes 100 MB more.
 */

export type SearchableText = {
  sectionId: number;
  headline: string;
  kicker?: string;
  subheadline?: string;
  abstract?: string;
  body: ArticleBody;
  /** Source, people and tags. */
  names: string[];
};

/** What the index holds of one text; made without the database, so that other threads can make it. */
export type IndexedText = { headline: string; body: string; starts: string; terms: string[] };

export function describeText(text: Omit<SearchableText, 'sectionId'>): IndexedText {
  const { kicker = '', headline, subheadline = '' } = text;
  return {
    ...tokensOf(text),
    starts: wordStartTokens([kicker, headline, subheadline].join('\n')).join(' '),
    terms: termsOf(text),
  };
}

/** What of a text is searched, without the section: that is added when it is written. */
export function tokensOf(text: Omit<SearchableText, 'sectionId'>): { headline: string; body: string } {
  const { headline, kicker = '', subheadline = '', abstract = '', body, names } = text;
  return {
    headline: indexText([kicker, headline, subheadline].join('|')),
    // Lines of a body run on: some are cut in the middle of a word. Fields of their own are kept apart by a mark.
    body: indexText([abstract, bodyLines(body).join('\n'), ...names].join('|')),
  };
}
