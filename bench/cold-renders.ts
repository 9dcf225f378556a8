import Database from 'better-sqlite3';
import { residentMegabytes, startPortal } from '@/bench/processes';
import { percentile } from '@/bench/throughput';
import { databaseFileIn } from '@/db/client';

export type ColdTimes = {
  articles: number;
  startedIn: number;
  megabytes: number;
  times: Record<string, { p50: number; p95: number }>;
};

const samples = 40;

/**
 * Milliseconds until a page that is not in the cache has arrived: each sample asks for another page, so that
 * nothing is found finished. Home has one address only; the content version is raised before each sample.
 */
export async function measureColdRenders(dataDir: string): Promise<ColdTimes> {
  const portal = await startPortal(dataDir);
  const connection = new Database(databaseFileIn(dataDir));
  connection.pragma('busy_timeout = 5000');
  const column = (sql: string) => connection.prepare(sql).pluck().all() as (number | string)[];
  const articles = column('select count(*) from articles')[0] as number;
  const articleIds = column(
    `select id from articles where status = 'published' order by random() limit ${samples + 5}`,
  );
  const lastPage = Math.ceil(
    (column('select sum(article_count) from listing_days where section_id = 1')[0] as number) / 20,
  );
  const deep = Math.min(5000, lastPage - samples);

  async function raise(): Promise<void> {
    connection.exec('update content_state set content_version = content_version + 1');
    await new Promise((resolve) => setTimeout(resolve, 1100));
  }

  const pages: Record<string, (sample: number) => string> = {
    稿件页: (sample) => `/article/${articleIds[sample]}`,
    首页: () => '/',
    '列表第 1 页': () => '/latest',
    [`列表第 ${Math.max(deep, 2)} 页起`]: (sample) =>
      `/latest?page=${Math.max(deep, 2) + (sample % Math.max(1, Math.min(samples, lastPage - 2)))}`,
    搜索: (sample) =>
      `/search?q=${encodeURIComponent(['澄澜', '水位', '公交', '候鸟', '茶园', '医院', '港口', '路灯'][sample % 8]! + (sample > 7 ? ` ${sample}` : ''))}`,
  };
  const times: ColdTimes['times'] = {};
  for (const [name, addressOf] of Object.entries(pages)) {
    const taken: number[] = [];
    const isSingle = addressOf(0) === addressOf(1);
    for (let sample = 0; sample < (isSingle ? 12 : samples); sample += 1) {
      if (isSingle) await raise();
      const begun = performance.now();
      const response = await fetch(portal.origin + addressOf(sample));
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`${addressOf(sample)} answered ${response.status}.`);
      // The first samples compile code; a server in production has done that long ago.
      if (sample >= (isSingle ? 2 : 5)) taken.push(performance.now() - begun);
    }
    times[name] = { p50: percentile(taken, 0.5), p95: percentile(taken, 0.95) };
  }
  const megabytes = residentMegabytes(portal.process.pid!);
  connection.close();
  await portal.stop();
  return { articles, startedIn: portal.startedIn, megabytes, times };
}
