import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What only one engine has, or what no engine should be asked for. */
const forbidden = [
  ['a synchronous query', /\.(?:get|all|run)\(\)/u],
  ['SQL from text', /\bsql\.raw\b/u],
  ['a transaction beside tx()', /\.transaction\(/u],
  ['LIKE, which the engines compare differently', /\b(?:i?like|notLike)\(|\blike\s+['"$?]/u],
] as const;

const sources = globSync('{features,app,server,cli}/**/*.{ts,tsx}').filter(
  (file) => !file.includes('.test.'),
);

test.for(forbidden)('no verb or query uses %s', ([, pattern]) => {
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.filter((file) => pattern.test(readFileSync(file, 'utf8')))).toEqual([]);
});

test.for([
  ['db.select().from(articles).all()', 0],
  ['sql.raw(`select ${words}`)', 1],
  ['db.transaction(async (t) => t)', 2],
  ["sql`${headline} like '%' || ${words}`", 3],
] as const)('%s would be found', ([source, index]) => {
  expect(forbidden[index]![1].test(source)).toBe(true);
});
