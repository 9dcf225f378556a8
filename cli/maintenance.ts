import type { Command } from 'commander';
import { closeDatabase } from '@/db/client';
import { prepareDatabase } from '@/db/migrate';
import { switchMaintenance } from '@/features/settings/switch-maintenance';
import { readEnv } from '@/lib/env';
import { PlainError } from '@/lib/problems';

export function addMaintenanceCommand(program: Command): void {
  program
    .command('maintenance')
    .description('打开或关闭维护状态：读者和搜索引擎看到维护说明（503），采编台照常使用')
    .argument('<on|off>', 'on 打开，off 关闭')
    .action(async (wanted: string) => {
      if (wanted !== 'on' && wanted !== 'off') throw new PlainError('请写 on（打开）或 off（关闭）。');
      await prepareDatabase(readEnv().dataDir);
      await switchMaintenance(wanted === 'on');
      await closeDatabase();
      console.log(wanted === 'on' ? '已进入维护状态。' : '维护结束，读者又能看到网站了。');
    });
}
