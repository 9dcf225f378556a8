import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPortal } from '@/bench/processes';

/**
 * Milliseconds from the end of an import in another process until article and lists show it: the way of a
 * publication on another instance. On the instance that publishes it is the next request.
 */
export async function measurePublishToVisible(dataDir: string): Promise<Record<string, number>> {
  const portal = await startPortal(dataDir);
  await Promise.all(['/', '/latest'].map((page) => fetch(portal.origin + page)));
  const headline = `量一量从发布到可见要多久 ${Date.now()}`;
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'chengxun-bench-')), 'page.txt');
  const now = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  writeFileSync(
    file,
    `您当前的位置：澄澜在线 > 城事 > 正文\n\n${headline}\n\n${now}  来源：澄澜日报 记者 沈知渔\n\n　　第一段正文，用来测量。\n\n　　第二段正文，用来测量。\n\n编辑：庄书白\n`,
  );
  const output = await run(['--import', 'tsx', 'cli/chengxun.ts', 'import', file], { DATA_DIR: dataDir });
  const article = /\/article\/\d+/u.exec(output)?.[0];
  if (article === undefined) throw new Error(`The import named no address: ${output}`);
  const begun = performance.now();
  const seen: Record<string, number> = {};
  const pages: Record<string, string> = { 稿件页: article, 首页: '/', 滚动列表: '/latest', 栏目页: '/city' };
  while (Object.keys(seen).length < Object.keys(pages).length) {
    for (const [name, address] of Object.entries(pages)) {
      if (name in seen) continue;
      if ((await (await fetch(portal.origin + address)).text()).includes(headline))
        seen[name] = performance.now() - begun;
    }
    if (performance.now() - begun > 10_000)
      throw new Error(`Not visible after ten seconds: ${Object.keys(seen).join()}`);
  }
  await portal.stop();
  return seen;
}

function run(args: string[], env: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env: { ...process.env, ...env } });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('exit', (code) => (code === 0 ? resolve(output) : reject(new Error(output))));
  });
}
