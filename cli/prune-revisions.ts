import type { Command } from 'commander';
import { closeDatabase } from '@/db/client';
import { prepareDatabase } from '@/db/migrate';
import { pruneRevisions } from '@/features/versions/prune-revisions';
import { readEnv } from '@/lib/env';

export function addPruneRevisionsCommand(program: Command): void {
  program
    .command('prune-revisions')
    .description('按设置清理过期的历史版本（发布过的、最新的不动）；网站运行时每天自动做一次')
    .action(async () => {
      await prepareDatabase(readEnv().dataDir);
      const forgotten = await pruneRevisions();
      await closeDatabase();
      console.log(`清理了 ${forgotten} 个过期的版本。`);
    });
}
