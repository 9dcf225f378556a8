import type { Command } from 'commander';
import { closeDatabase } from '@/db/client';
import { prepareDatabase } from '@/db/migrate';
import { problemsOfSearchIndex } from '@/features/search/check-search';
import { rebuildSearch } from '@/features/search/rebuild-search';
import { readEnv } from '@/lib/env';
import { PlainError } from '@/lib/problems';

export function addSearchCommands(program: Command): void {
  const search = program.command('search').description('搜索索引：检查、重建（网站可以照常运行）');
  search
    .command('check')
    .description('检查索引和稿件是否一致')
    .action(() =>
      withDatabase(async () => {
        const problems = await problemsOfSearchIndex();
        if (problems.length > 0) {
          throw new PlainError(
            `${problems.join('\n')}\n请运行 npm run chengxun -- search rebuild 重建索引。`,
          );
        }
        console.log('搜索索引和稿件一致。');
      }),
    );
  search
    .command('rebuild')
    .description('由稿件重建索引，做好之后一次换上；期间读者照常搜索')
    .action(() =>
      withDatabase(async () => {
        await rebuildSearch((done, all) => {
          if (done % 1000 === 0 || done === all) console.log(`已重建 ${done}/${all} 篇`);
        });
      }),
    );
}

async function withDatabase(work: () => Promise<void>): Promise<void> {
  await prepareDatabase(readEnv().dataDir);
  await work();
  await closeDatabase();
}
