import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chengxun-lint-'));
  cpSync(path.join(root, '.oxlintrc.json'), path.join(folder, '.oxlintrc.json'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Whether the house's lint rules refuse a file with this one import at this place. */
function isRefused(file: string, source: string): boolean {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), `${source}\n`);
  try {
    execFileSync(process.execPath, [path.join(root, 'node_modules/oxlint/bin/oxlint'), file], {
      cwd: folder,
      stdio: 'pipe',
    });
    return false;
  } catch {
    return true;
  }
}

test.for([
  ['lib/a.ts', "export { b } from '@/db/b';"],
  ['lib/a.ts', "export type { B } from '@/db/b';"],
  ['db/a.ts', "export { b } from '@/features/b';"],
  ['features/x/a.ts', "export { b } from '@/components/b';"],
  ['features/x/a.ts', "export { headers } from 'next/headers';"],
  ['features/x/a.ts', "export { default as Database } from 'better-sqlite3';"],
  ['features/x/a.ts', "export { b } from '../y/b';"],
  ['components/x/a.tsx', "export { b } from '@/features/b';"],
  ['components/x/a.tsx', "export { b } from '@/db/b';"],
  ['app/a.tsx', "export { b } from '@/db/b';"],
  ['server/a.ts', "export { b } from '@/components/b';"],
  ['e2e/a.ts', "export { b } from '@/app/b';"],
] as const)('%s may not say %s', ([file, source]) => {
  expect(isRefused(file, source)).toBe(true);
});

test.for([
  ['db/a.ts', "export { b } from '@/lib/b';"],
  ['features/x/a.ts', "export { b } from '@/db/b';"],
  ['components/x/a.tsx', "export type { B } from '@/features/b';"],
  ['app/a.tsx', "export { b } from '@/features/b';"],
  ['server/a.ts', "export { b } from '@/features/b';"],
] as const)('%s may say %s', ([file, source]) => {
  expect(isRefused(file, source)).toBe(false);
});
