-- The tokens are made in our code (lib/search-tokens.ts) and arrive separated by blanks; the tokenizer only
-- splits at the blanks. Without stored content: the texts are in articles already.
CREATE VIRTUAL TABLE `search_index` USING fts5(
  headline, body,
  tokenize = 'unicode61 remove_diacritics 0',
  content = '', contentless_delete = 1
);
