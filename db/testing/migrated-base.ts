import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { databaseFileIn } from '@/db/client';
import { prepareDatabase } from '@/db/migrate';

declare module 'vitest' {
  export interface ProvidedContext {
    migratedBase: string;
  }
}

/** Migrates once; every test copies the file (useFreshDatabase). */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(path.join(tmpdir(), 'chengxun-base-'));
  await prepareDatabase(folder);
  project.provide('migratedBase', databaseFileIn(folder));
  return () => rmSync(folder, { recursive: true });
}
