import { Command } from 'commander';
import { addBackupCommands } from '@/cli/backup';
import { addEditorCommands } from '@/cli/editor';
import { addImportCommand } from '@/cli/import';
import { addMaintenanceCommand } from '@/cli/maintenance';
import { addPruneRevisionsCommand } from '@/cli/prune-revisions';
import { addSearchCommands } from '@/cli/search';
import { PlainError } from '@/lib/problems';

const program = new Command('chengxun')
  .description('城讯的命令行：与正在运行的网站使用同一个数据文件夹（DATA_DIR）。')
  .helpOption('-h, --help', '显示帮助')
  .helpCommand('help [命令]', '显示某个命令的帮助')
  .showHelpAfterError('（加 --help 查看用法）');

addImportCommand(program);
addBackupCommands(program);
addSearchCommands(program);
addEditorCommands(program);
addPruneRevisionsCommand(program);
addMaintenanceCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  const isPlain = error instanceof PlainError;
  console.error(isPlain ? error.message : error);
  process.exitCode = 1;
}
