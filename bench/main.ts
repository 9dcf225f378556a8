import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { measureColdRenders } from '@/bench/cold-renders';
import { generateArchive } from '@/bench/generated-archive';
import { startPortal } from '@/bench/processes';
import { measurePublishToVisible } from '@/bench/publish-to-visible';
import { measureStyleCheck } from '@/bench/style-check';
import { measureThroughput } from '@/bench/throughput';
import { weighPages } from '@/bench/wire';

/*
 * npm run bench [-- --million]: builds, then measures the portal against the budgets of the design. Prints
 * tables; what they said last stands in docs/performance.md.
 */
const sizes = process.argv.includes('--million') ? [1000, 100_000, 1_000_000] : [1000, 100_000];

// On the disk beside the project: a temporary folder may be in memory, which would flatter the numbers.
mkdirSync('.cache', { recursive: true });
const folder = mkdtempSync(path.resolve('.cache', 'bench-'));
try {
  console.log('正在构建……');
  execFileSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], { stdio: 'ignore' });
  const demo = path.join(folder, 'demo');
  await (await startPortal(demo)).stop();

  console.log(`\n机器：${os.cpus().length} 核，${Math.round(os.totalmem() / 2 ** 30)} GiB；提交 ${commit()}`);
  await printWeights(demo);
  await printThroughput(demo);
  console.log('\n从发布（另一个进程）到可见，毫秒');
  console.table(rounded(await measurePublishToVisible(demo)));
  console.log('\n机检，两万字一篇，毫秒（中位数）');
  console.table(
    Object.fromEntries(Object.entries(measureStyleCheck()).map(([name, times]) => [name, rounded(times)])),
  );
  for (const size of sizes) await printColdRenders(size);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function printWeights(dataDir: string): Promise<void> {
  const portal = await startPortal(dataDir);
  const weights = await weighPages(portal.origin, {
    首页: '/',
    栏目页: '/city',
    稿件页: '/article/60',
    搜索页: '/search?q=澄澜',
  });
  await portal.stop();
  console.log('\n线上字节数（brotli，不含图片）');
  console.table(
    Object.fromEntries(
      Object.entries(weights).map(([name, { html, css, script, requestsBeforeText }]) => [
        name,
        {
          HTML: html,
          CSS: css,
          脚本: script,
          合计: html + css + script,
          文字可读前的请求: requestsBeforeText,
        },
      ]),
    ),
  );
}

async function printThroughput(dataDir: string): Promise<void> {
  const perSecond = await measureThroughput(dataDir, 60);
  const ours = Object.values(perSecond)[0]!;
  console.log('\n同一稿件页，每秒请求数（中位数）与本系统之比');
  console.table(
    Object.fromEntries(
      Object.entries(perSecond).map(([name, value]) => [
        name,
        { 每秒请求: Math.round(value), 本系统是它的几倍: Number((ours / value).toFixed(2)) },
      ]),
    ),
  );
}

async function printColdRenders(size: number): Promise<void> {
  const dataDir = path.join(folder, `articles-${size}`);
  await (await startPortal(dataDir)).stop();
  const begun = performance.now();
  generateArchive(dataDir, size);
  const seconds = Math.round((performance.now() - begun) / 1000);
  const { articles, startedIn, megabytes, times } = await measureColdRenders(dataDir);
  console.log(
    `\n${articles} 篇（生成用了 ${seconds} 秒）：启动 ${Math.round(startedIn)} 毫秒，内存 ${Math.round(megabytes)} MB；未缓存页面，毫秒`,
  );
  console.table(Object.fromEntries(Object.entries(times).map(([name, time]) => [name, rounded(time)])));
  if (existsSync(dataDir)) rmSync(dataDir, { recursive: true });
}

function rounded(values: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value.toFixed(1))]));
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return '（无）';
  }
}
