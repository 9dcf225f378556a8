import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import { hasProgram, type Running, startPlainNext, startPortal, startServer } from '@/bench/processes';

const rounds = 5;
const secondsEach = 4;

type Contender = { name: string; address: string };

/**
 * Requests per second of one article page: ours from the cache, the same bytes from nginx, the same page
 * from plain `next start`. The rounds are interleaved and the medians compared, because this machine has
 * other work; only the ratios mean something.
 */
export async function measureThroughput(dataDir: string, articleId: number): Promise<Record<string, number>> {
  const running: Running[] = [];
  const contenders: Contender[] = [];
  const portal = await startPortal(dataDir);
  running.push(portal);
  contenders.push({ name: '本系统（缓存命中）', address: `${portal.origin}/article/${articleId}` });

  if (hasProgram('nginx')) {
    const page = await fetch(`${portal.origin}/article/${articleId}`, {
      headers: { 'accept-encoding': 'br' },
    });
    const nginx = await startNginx(Buffer.from(await page.arrayBuffer()));
    running.push(nginx);
    contenders.push({ name: 'nginx（同样内容的静态文件）', address: `${nginx.origin}/article.html` });
  }
  const plain = await startPlainNext(dataDir);
  running.push(plain);
  contenders.push({ name: 'next start（同一页面）', address: `${plain.origin}/article/${articleId}` });

  const measured = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, address } of contenders) {
      const result = await autocannon({
        url: address,
        connections: 32,
        duration: secondsEach,
        headers: { 'accept-encoding': 'br' },
      });
      if (result.non2xx > 0 || result.errors > 0) throw new Error(`${name} answered with errors.`);
      measured.get(name)!.push(result.requests.average);
    }
  }
  await Promise.all(running.map((server) => server.stop()));
  return Object.fromEntries([...measured].map(([name, values]) => [name, median(values)]));
}

export function median(values: number[]): number {
  return percentile(values, 0.5);
}

export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

/** nginx with as many workers as our one process has threads of JavaScript: one. */
async function startNginx(body: Buffer): Promise<Running> {
  const folder = mkdtempSync(path.join(tmpdir(), 'chengxun-bench-nginx-'));
  mkdirSync(path.join(folder, 'files'));
  writeFileSync(path.join(folder, 'files', 'article.html'), body, { mode: 0o644 });
  return startServer((port) => {
    const settings = path.join(folder, 'nginx.conf');
    writeFileSync(
      settings,
      `worker_processes 1; daemon off; pid ${folder}/nginx.pid; error_log stderr crit; user root;
       events { worker_connections 1024; }
       http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; open_file_cache max=10;
              types { text/html html; } add_header Content-Encoding br; etag on;
              server { listen 127.0.0.1:${port}; root ${folder}/files; } }`,
    );
    return { file: 'nginx', args: ['-c', settings, '-p', folder] };
  }, '/article.html');
}
