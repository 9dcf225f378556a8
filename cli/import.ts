import path from 'node:path';
import type { Command } from 'commander';
import { describeReadPage } from '@/cli/describe-read-page';
import { closeDatabase, tx } from '@/db/client';
import { prepareDatabase } from '@/db/migrate';
import { ensureFoundation } from '@/db/seed/foundation';
import { importPageFile, readPageFile } from '@/features/archive-import/import-file';
import { missingFields, type ReadPage } from '@/features/archive-import/read-page';
import type { StoredPage } from '@/features/archive-import/store-imported-page';
import { articleAddress } from '@/lib/addresses';
import { readEnv } from '@/lib/env';
import { PlainError } from '@/lib/problems';

export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description(
      '把保存下来的旧稿件页面（网页或纯文本，UTF-8、GBK 或 Big5）导入网站；同一页面导入两次只有一篇稿件',
    )
    .argument('<文件...>', '要导入的文件')
    .option('--dry-run', '只显示认出了什么，不保存')
    .action((files: string[], { dryRun = false }: { dryRun?: boolean }) =>
      dryRun ? showFiles(files) : importFiles(files),
    );
}

/** npm changes into the project's folder; files are named from where the person stands. */
function resolveFile(file: string): string {
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), file);
}

/** One file after the other; a bad one is named and does not stop the rest. Returns how many were bad. */
async function forEachFile(files: string[], work: (file: string) => Promise<void>): Promise<number> {
  let failed = 0;
  for (const file of files) {
    try {
      await work(resolveFile(file));
    } catch (error) {
      failed += 1;
      process.exitCode = 1;
      // What nobody foresaw is named as well, and the other files still get their turn.
      const isPlain = error instanceof PlainError;
      console.error(`✗ ${isPlain ? error.message : `${file}：没有导入，程序出错：${String(error)}`}`);
    }
  }
  return failed;
}

async function showFiles(files: string[]): Promise<void> {
  const failed = await forEachFile(files, async (file) => {
    console.log(`${describeReadPage(file, await readPageFile(file))}\n`);
  });
  console.log(`共 ${files.length} 个文件：认出 ${files.length - failed}，失败 ${failed}。没有保存任何内容。`);
}

async function importFiles(files: string[]): Promise<void> {
  const { siteUrl, dataDir } = readEnv();
  await prepareDatabase(dataDir);
  try {
    await tx((q) => ensureFoundation(q));
    let added = 0;
    const failed = await forEachFile(files, async (file) => {
      const stored = await importPageFile(file);
      if (stored.isNew) added += 1;
      report(stored, siteUrl);
    });
    const known = files.length - failed - added;
    console.log(`共 ${files.length} 个文件：新增 ${added}，已存在 ${known}，失败 ${failed}。`);
  } finally {
    await closeDatabase();
  }
}

function report(stored: StoredPage & { page: ReadPage }, siteUrl: string): void {
  const { page, articleId, isNew, isLive } = stored;
  const remarks = [...(isNew ? [] : ['已存在']), ...(isLive ? [] : [whyNotLive(page, isNew)])];
  const remark = remarks.length > 0 ? `（${remarks.join('，')}）` : '';
  console.log(`✓ ${page.headline} → ${siteUrl}${articleAddress(articleId)}${remark}`);
  const missing = missingFields(page);
  if (missing.length > 0) console.log(`  没有找到：${missing.join('、')}`);
  for (const doubt of page.doubts) console.log(`  请核对：${doubt}`);
}

function whyNotLive({ publishedAt }: ReadPage, isNew: boolean): string {
  if (!isNew) return '读者目前看不到';
  return publishedAt === undefined ? '缺发布时间，存为草稿' : '发布时间在将来，存为草稿';
}
