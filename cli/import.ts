import path from 'node:path';
import type { Command } from 'commander';
import { closeDatabase, tx } from '@/db/client';
import { prepareDatabase } from '@/db/migrate';
import { ensureFoundation } from '@/db/seed/foundation';
import { importPageFile, readPageFile } from '@/features/archive-import/import-file';
import { missingFields, type ReadPage } from '@/features/archive-import/read-page';
import { articleAddress } from '@/lib/addresses';
import { contributorRoleLabels } from '@/lib/contributor-role';
import { formatDateTime } from '@/lib/dates';
import { readEnv } from '@/lib/env';
import { PlainError } from '@/lib/problems';

export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description('把保存下来的旧稿件页面（纯文本，UTF-8）导入网站；同一页面导入两次只有一篇稿件')
    .argument('<文件...>', '要导入的文件')
    .option('--dry-run', '只显示认出了什么，不保存')
    .action((files: string[], { dryRun = false }: { dryRun?: boolean }) => importFiles(files, dryRun));
}

/** One file after the other; a bad one is named and does not stop the rest. */
async function importFiles(files: string[], isDryRun: boolean): Promise<void> {
  const { siteUrl, dataDir } = readEnv();
  if (!isDryRun) {
    await prepareDatabase(dataDir);
    await tx((q) => ensureFoundation(q));
  }
  const counts = { 新增: 0, 已存在: 0, 失败: 0 };
  for (const file of files) {
    // npm changes into the project's folder; the files are named from where the person stands.
    const resolved = path.resolve(process.env.INIT_CWD ?? process.cwd(), file);
    try {
      if (isDryRun) {
        describe(file, await readPageFile(resolved));
        continue;
      }
      const { page, articleId, isNew } = await importPageFile(resolved);
      counts[isNew ? '新增' : '已存在'] += 1;
      const state = page.publishedAt === undefined ? '（没有发布时间，存为草稿）' : '';
      console.log(`${isNew ? '已导入' : '已存在'}：${page.headline}${state}`);
      console.log(`  ${siteUrl}${articleAddress(articleId)}`);
      const missing = missingFields(page);
      if (missing.length > 0) console.log(`  没有找到：${missing.join('、')}`);
    } catch (error) {
      counts.失败 += 1;
      process.exitCode = 1;
      // What nobody foresaw is named as well, and the other files still get their turn.
      const isPlain = error instanceof PlainError;
      console.error(isPlain ? error.message : `${file}：没有导入，程序出错：${String(error)}`);
    }
  }
  if (!isDryRun) {
    console.log(
      `共 ${files.length} 个文件：新增 ${counts.新增}，已存在 ${counts.已存在}，失败 ${counts.失败}。`,
    );
    await closeDatabase();
  }
}

function describe(file: string, page: ReadPage): void {
  const subheads = page.blocks.flatMap((block) =>
    block.type === 'subhead' ? [block.lines.join(' / ')] : [],
  );
  const paragraphs = page.blocks.filter((block) => block.type === 'paragraph');
  const names = page.credits.map(({ role, name }) => `${contributorRoleLabels[role]} ${name}`);
  const rows: [string, string][] = [
    ['位置导航', page.trail.join(' > ')],
    ['引题', page.kicker],
    ['标题', page.headline],
    ['副题', page.subheadline],
    ['发布时间', page.publishedAt ? formatDateTime(page.publishedAt) : ''],
    ['来源', page.source],
    ['署名', names.join('，')],
    ['正文', `${paragraphs.length} 段`],
    ['小标题', subheads.join('；')],
    ['原标题', page.originalHeadline],
    ['侧栏', page.sideBar ? `${page.sideBar.title}：${page.sideBar.headline}` : ''],
    ['侧栏摘要', page.sideBar?.abstract ?? ''],
    ['版权行', page.copyrightNotice],
    ['没有找到', missingFields(page).join('、')],
  ];
  console.log(file);
  for (const [label, value] of rows) if (value !== '') console.log(`  ${label}：${value}`);
}
