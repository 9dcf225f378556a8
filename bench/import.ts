import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { type ArchiveItem } from '@/bench/archive-writer';
import { generatedItems } from '@/bench/generated-archive';

/*
 * npm run bench:import -- [PAGES] [RECORDS]: how fast an archive is read and stored, and how much memory that
 * takes, for a folder of web pages as portals wrote them and for JSON Lines. Each is imported by the command in
 * a process of its own; a second run over the same files tells what finding everything again costs.
 */
const pages = Number(process.argv[2] ?? 4000);
const records = Number(process.argv[3] ?? 40_000);
/** As cli/chengxun.mjs starts the command. */
const limits = ['--max-semi-space-size=8', '--max-old-space-size=256'];
const folder = mkdtempSync(path.join(tmpdir(), 'chengxun-bench-import-'));

try {
  console.log(`${availableParallelism()} 个处理器`);
  await writePages();
  await writeRecords();
  await measure('网页', 'pages', pages);
  await measure('网页，再次', 'pages', pages);
  await measure('JSON Lines', 'records.jsonl', records);
  await measure('JSON Lines，再次', 'records.jsonl', records);
} finally {
  rmSync(folder, { recursive: true });
}

async function measure(title: string, source: string, count: number): Promise<void> {
  const started = performance.now();
  const command = spawn(
    process.execPath,
    [...limits, '--import', 'tsx', 'cli/chengxun.ts', 'import', path.join(folder, source)],
    {
      env: { ...process.env, DATA_DIR: path.join(folder, 'data'), SITE_URL: 'https://news.example.cn' },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, residentMegabytes(command.pid!));
  }, 100);
  const [code] = (await once(command, 'exit')) as [number];
  clearInterval(watch);
  if (code !== 0) throw new Error(`The import ended with ${code}.`);
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${title}：${count} 篇，${seconds.toFixed(1)} 秒，每秒 ${Math.round(count / seconds)} 篇，内存最多 ${most} MB`,
  );
}

function residentMegabytes(pid: number): number {
  try {
    const pagesInMemory = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return Math.round((pagesInMemory * 4096) / 1024 ** 2);
  } catch {
    return 0;
  }
}

/** Navigation, a list of other stories and scripts around the text, as on the pages of the time: some 25 KB. */
function pageOf({ headline, paragraphs, publishedAt }: ArchiveItem, number: number): string {
  const time = new Date(publishedAt + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  const links = Array.from(
    { length: 80 },
    (_, index) => `<li><a href="/news/${index}.shtml">栏目里的另一条消息之${index}</a></li>`,
  ).join('\n');
  return `<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>${headline}-澄江网</title><script>${'var a=1;'.repeat(800)}</script></head><body>
<div class="nav"><ul>${links}</ul></div><div class="path">您当前的位置：<a href="/">澄江网</a> &gt; <a href="/x/">栏目${number % 20}</a> &gt; 正文</div>
<h1>${headline}</h1><div class="info">${time}　来源：澄江日报　记者 顾南屿　编辑：庄书白</div>
<div id="content">${paragraphs.map((text) => `<p>　　${text}</p>`).join('\n')}</div>
<div class="related"><h3>相关新闻</h3><ul>${links}</ul></div><div class="foot">澄江网版权所有</div></body></html>`;
}

async function writePages(): Promise<void> {
  let number = 0;
  for (const item of generatedItems(pages)) {
    number += 1;
    const day = path.join(folder, 'pages', String(number % 100));
    mkdirSync(day, { recursive: true });
    writeFileSync(path.join(day, `${number}.shtml`), pageOf(item, number));
  }
}

async function writeRecords(): Promise<void> {
  const file = createWriteStream(path.join(folder, 'records.jsonl'));
  let number = 0;
  for (const { headline, paragraphs, publishedAt } of generatedItems(records)) {
    number += 1;
    const record = {
      id: number,
      title: headline,
      content: paragraphs.map((text) => `<p>${text}</p>`).join(''),
      date: new Date(publishedAt).toISOString(),
      source: '澄江日报',
      author: '顾南屿',
      editor: '庄书白',
      category: `新闻/栏目${number % 20}`,
      url: `https://www.example.cn/system/2018/${number}.shtml`,
    };
    if (!file.write(`${JSON.stringify(record)}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}
