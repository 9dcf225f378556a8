import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { startPortal } from '@/bench/processes';
import { median } from '@/bench/throughput';

/*
 * npm run bench:lighthouse: the four mobile scores and the vitals, medians of three runs. Lighthouse is
 * fetched for this command alone: it would double what every newsroom installs.
 */
const lighthouse = 'lighthouse@13.5.0';
const runs = 3;

type Report = {
  categories: Record<string, { score: number }>;
  audits: Record<
    string,
    { numericValue?: number; score: number | null; title: string; scoreDisplayMode: string }
  >;
};

mkdirSync('.cache', { recursive: true });
const folder = mkdtempSync(path.resolve('.cache', 'lighthouse-'));
const portal = await startPortal(path.join(folder, 'demo'));
try {
  const table: Record<string, Record<string, number>> = {};
  const pages = { 首页: '/', 栏目页: '/city', 稿件页: '/article/60', 搜索页: '/search?q=澄澜' };
  for (const [name, address] of Object.entries(pages)) {
    const reports = Array.from({ length: runs }, () => audit(portal.origin + encodeURI(address)));
    const score = (category: string) =>
      Math.round(median(reports.map((one) => one.categories[category]!.score)) * 100);
    const value = (id: string) =>
      Number(median(reports.map((one) => one.audits[id]!.numericValue ?? 0)).toFixed(3));
    table[name] = {
      性能: score('performance'),
      无障碍: score('accessibility'),
      最佳实践: score('best-practices'),
      SEO: score('seo'),
      'LCP 毫秒': value('largest-contentful-paint'),
      'TBT 毫秒': value('total-blocking-time'),
      CLS: value('cumulative-layout-shift'),
    };
    const failed = Object.values(reports[0]!.audits).filter(
      ({ score: points, scoreDisplayMode }) =>
        points !== null && points < 0.9 && scoreDisplayMode !== 'informative',
    );
    if (failed.length > 0) console.log(`${name}未满分的项目：${failed.map(({ title }) => title).join('；')}`);
  }
  console.table(table);
} finally {
  await portal.stop();
  rmSync(folder, { recursive: true, force: true });
}

function audit(address: string): Report {
  const chromium = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find((file) => file && existsSync(file));
  const output = execFileSync(
    'npx',
    [
      '--yes',
      lighthouse,
      address,
      '--quiet',
      '--output=json',
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking',
    ],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 2 ** 20,
      env: { ...process.env, ...(chromium && { CHROME_PATH: chromium }) },
    },
  );
  return JSON.parse(output) as Report;
}
