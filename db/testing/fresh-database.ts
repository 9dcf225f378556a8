import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, inject } from 'vitest';
import { closeConnections, type DatabaseConnections, openConnections, useDatabase } from '@/db/client';

/** Gives each test of the calling file a migrated, empty database of its own. */
export function useFreshDatabase(): void {
  let folder = '';
  let connections: DatabaseConnections;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'chengxun-test-'));
    const file = path.join(folder, 'chengxun.db');
    copyFileSync(inject('migratedBase'), file);
    connections = openConnections(file);
    useDatabase(connections);
  });

  afterEach(() => {
    useDatabase(undefined);
    closeConnections(connections);
    rmSync(folder, { recursive: true });
  });
}
