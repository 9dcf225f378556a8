import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { eq } from 'drizzle-orm';
import { createImportScreen } from '@/cli/import-screen';
import { closeDatabase, databaseFileIn, reader, tx } from '@/db/client';
import { prepareDatabase } from '@/db/migrate';
import { articles } from '@/db/schema/articles';
import { ensureFoundation } from '@/db/seed/foundation';
import {
  loadPreset,
  type Mapping,
  type PresetName,
  presetNames,
  readMapping,
} from '@/features/archive-import/records/mapping';
import { readAddressTable } from '@/features/archive-import/run/address-table';
import { openDatabaseSink } from '@/features/archive-import/run/database-sink';
import { openDryRunSink } from '@/features/archive-import/run/dry-run-sink';
import { openReport } from '@/features/archive-import/run/report-file';
import { type ImportOrder, runImport } from '@/features/archive-import/run/run-import';
import { beginRun, endRun, runKey } from '@/features/archive-import/run/run-record';
import { isSearchCurrent, rebuildSearch } from '@/features/search/rebuild-search';
import { readEnv } from '@/lib/env';
import { PlainError } from '@/lib/problems';

type Options = {
  dryRun?: boolean;
  mapping: string;
  addresses?: string;
  report?: string;
  threads: number;
  publishDoubtful?: boolean;
};

export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description(
      '导入旧稿件：网页、纯文本、文件夹、.zip、.tar.gz、CSV、JSON、JSON Lines、WordPress 导出文件。同一稿件导入两次只有一篇；中断后再执行同一个命令会接着导入',
    )
    .argument('<路径...>', '要导入的文件或文件夹')
    .option('--dry-run', '只看认出了什么，不保存')
    .option('--mapping <文件或名称>', `数据表的列各是什么：映射文件，或 ${presetNames.join('、')}`, 'generic')
    .option('--addresses <文件>', '旧网址表，每行：文件路径,网址')
    .option('--report <文件>', '逐条报告（JSON Lines）写到哪里；默认在数据文件夹的 imports 里')
    .option('--threads <个数>', '同时读几个文件', readCount, Math.min(2, availableParallelism()))
    .option('--publish-doubtful', '没有把握的稿件也直接发布，不等编辑核对')
    .action((paths: string[], options: Options) =>
      options.dryRun ? showWhatIsRead(paths, options) : importAll(paths, options),
    );
}

function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 64)
    throw new InvalidArgumentError('请写 1 到 64 的整数。');
  return count;
}

/** npm changes into the project's folder; files are named from where the person stands. */
function resolveFile(file: string): string {
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), file);
}

async function orderOf(paths: string[], options: Options): Promise<ImportOrder> {
  return {
    sources: paths.map((name) => ({ name: name.replace(/\/+$/u, '') || name, path: resolveFile(name) })),
    mapping: await mappingOf(options.mapping),
    addresses:
      options.addresses === undefined ? new Map() : await readAddressTable(resolveFile(options.addresses)),
    publishDoubtful: options.publishDoubtful ?? false,
    threadCount: options.threads,
    now: new Date(),
  };
}

async function mappingOf(name: string): Promise<Mapping> {
  if ((presetNames as readonly string[]).includes(name)) return loadPreset(name as PresetName);
  const text = await readFile(resolveFile(name), 'utf8').catch(() => {
    throw new PlainError(
      `${name}：没有这个映射文件，也没有叫这个名称的映射。可以用的名称：${presetNames.join('、')}。`,
    );
  });
  const read = readMapping(text);
  if (read.ok) return read.value;
  throw new PlainError(`${name}：${read.problems.map(({ message }) => message).join('；')}。`);
}

async function showWhatIsRead(paths: string[], options: Options): Promise<void> {
  const { siteUrl, dataDir } = readEnv();
  const order = await orderOf(paths, options);
  const hasDatabase = existsSync(databaseFileIn(dataDir));
  const report = options.report === undefined ? undefined : openReport(resolveFile(options.report), siteUrl);
  const screen = createImportScreen({ siteUrl, isDryRun: true });
  try {
    await runImport(order, openDryRunSink(hasDatabase ? isKnown : async () => false, report), screen);
    screen.finish(options.report);
  } finally {
    report?.close();
    if (hasDatabase) await closeDatabase();
  }
}

async function isKnown(identity: string): Promise<boolean> {
  return (
    (await reader().select({ id: articles.id }).from(articles).where(eq(articles.importKey, identity)))
      .length > 0
  );
}

async function importAll(paths: string[], options: Options): Promise<void> {
  const { siteUrl, dataDir } = readEnv();
  const order = await orderOf(paths, options);
  await prepareDatabase(dataDir);
  try {
    await tx((q) => ensureFoundation(q));
    // Of a new portal: its first start would make the index of everything imported a second time.
    if (!(await isSearchCurrent())) await rebuildSearch();
    const sources = order.sources.map((source) => source.path);
    const wishes = [options.mapping, options.addresses ?? '', order.publishDoubtful];
    const run = await beginRun(
      {
        key: runKey(sources, wishes),
        sources: order.sources.map(({ name }) => name),
        reportFile: (id) =>
          options.report === undefined
            ? path.join(path.resolve(dataDir), 'imports', `${id}.jsonl`)
            : resolveFile(options.report),
      },
      order.now,
    );
    const report = openReport(run.reportFile, siteUrl, run.reportBytes);
    const sink = openDatabaseSink(run, report, order.now);
    const screen = createImportScreen({
      siteUrl,
      isDryRun: false,
      before: run.isResumed ? run.counts : undefined,
    });
    try {
      await runImport(order, sink, screen);
      await endRun(run.id, new Date());
      screen.finish(run.reportFile);
    } finally {
      report.close();
    }
  } finally {
    await closeDatabase();
  }
}
