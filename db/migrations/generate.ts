import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/*
 * npm run db:generate -- --name what-changed: lets drizzle-kit write the next migration, then adds what
 * drizzle cannot say: STRICT, without which SQLite stores any type in any column.
 */
const folder = path.join(import.meta.dirname, 'sqlite');
const before = new Set(listMigrations());
execFileSync('drizzle-kit', ['generate', ...process.argv.slice(2)], { stdio: 'inherit' });
for (const file of listMigrations().filter((name) => !before.has(name))) {
  const target = path.join(folder, file);
  writeFileSync(target, readFileSync(target, 'utf8').replaceAll(/^\);$/gmu, ') STRICT;'));
}

function listMigrations(): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.sql'));
  } catch {
    return [];
  }
}
