import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export type Migration = { tag: string; hash: string; statements: string[]; mayLoseRowsOf: Set<string> };

export const sqliteMigrations = path.join(import.meta.dirname, 'sqlite');

/** The migrations of a folder in the order of drizzle-kit's journal. */
export function readMigrations(folder: string): Migration[] {
  const journal = JSON.parse(readFileSync(path.join(folder, 'meta', '_journal.json'), 'utf8')) as {
    entries: { tag: string }[];
  };
  return journal.entries.map(({ tag }) => {
    const source = readFileSync(path.join(folder, `${tag}.sql`), 'utf8');
    const declared = source.matchAll(/^-- may-lose-rows: (\S+)$/gmu);
    return {
      tag,
      hash: createHash('sha256').update(source).digest('hex'),
      statements: source.split('--> statement-breakpoint').filter((statement) => statement.trim() !== ''),
      mayLoseRowsOf: new Set([...declared].map((match) => match[1]!)),
    };
  });
}
