import path from 'node:path';
import type { Command } from 'commander';
import { backUpDatabase, restoreDatabase } from '@/db/backup';
import { readEnv } from '@/lib/env';

const resolved = (file: string) => path.resolve(process.env.INIT_CWD ?? process.cwd(), file);

export function addBackupCommands(program: Command): void {
  program
    .command('backup')
    .description('备份数据库（网站可以照常运行）；图片在数据文件夹的 media 里，请另行复制')
    .argument('[文件]', '备份写到哪里；不写则放进数据文件夹的 backups')
    .action((file?: string) => {
      const { dataDir } = readEnv();
      const stamp = new Date().toISOString().replaceAll(/[:.]/gu, '-');
      const target =
        file === undefined ? path.join(dataDir, 'backups', `backup-${stamp}.db`) : resolved(file);
      console.log(`已备份到 ${backUpDatabase(dataDir, target)}`);
    });
  program
    .command('restore')
    .description('用备份恢复数据库（须先停止网站）；原来的数据库改名保留')
    .argument('<文件>', '备份文件')
    .action((file: string) => {
      const aside = restoreDatabase(readEnv().dataDir, resolved(file));
      console.log(`已从 ${file} 恢复。`);
      if (aside !== undefined) console.log(`原来的数据库保留为 ${aside}`);
    });
}
