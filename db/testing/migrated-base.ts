import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    migratedBase: string;
  }
}

export default function setup(project: TestProject) {
  const folder = mkdtempSync(path.join(tmpdir(), 'chengxun-base-'));
  const file = path.join(folder, 'base.db');
  const connection = new Database(file);
  const migrations = path.join(import.meta.dirname, '../migrations/sqlite');
  for (const name of readdirSync(migrations)
    .filter((n) => n.endsWith('.sql'))
    .toSorted()) {
    connection.exec(readFileSync(path.join(migrations, name), 'utf8'));
  }
  connection.close();
  project.provide('migratedBase', file);
  return () => rmSync(folder, { recursive: true });
}
