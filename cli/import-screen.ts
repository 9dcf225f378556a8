import { describePrepared } from '@/cli/describe-prepared';
import type { ImportListener } from '@/features/archive-import/run/run-import';
import { type ImportResult, isDoubtful } from '@/features/archive-import/run/store-batch';
import { articleAddress } from '@/lib/addresses';
import type { ImportCounts } from '@/lib/import-run';

/** Above these numbers the report is the place to look. */
const mostTold = { articles: 50, described: 20, refused: 50 };

const pause = process.stderr.isTTY ? 200 : 10_000;

export type ImportScreen = ImportListener & { finish(reportFile: string | undefined): void };

/** What a person sees while an import runs, and the table at its end. `before`: what an earlier run had done. */
export function createImportScreen({
  siteUrl,
  isDryRun,
  before,
}: {
  siteUrl: string;
  isDryRun: boolean;
  before?: ImportCounts;
}): ImportScreen {
  const seen = { all: 0, added: 0, known: 0, refused: 0, waiting: 0, doubtful: 0, pictures: 0 };
  const begun = performance.now();
  let total: number | undefined = 0;
  let toldAt = 0;
  if (before !== undefined) console.log(`接着上次没有完成的导入（已处理 ${before.read} 个）。`);

  function tell(result: ImportResult): void {
    seen.all += 1;
    seen[result.outcome] += 1;
    if (result.outcome === 'refused') {
      process.exitCode = 1;
      if (seen.refused <= mostTold.refused) print(console.error, `✗ ${result.place}：${result.reason}。`);
      if (seen.refused === mostTold.refused) print(console.error, '没有导入的还有更多，见报告。');
      return;
    }
    const { prepared, outcome, isLive } = result;
    if (outcome === 'added' && !isLive) seen.waiting += 1;
    if (outcome === 'added' && isDoubtful(prepared)) seen.doubtful += 1;
    seen.pictures += result.pictures.filter(({ assetId }) => assetId !== undefined).length;
    if (isDryRun && seen.all <= mostTold.described) print(console.log, `${describePrepared(result)}\n`);
    if (!isDryRun && seen.all <= mostTold.articles) print(console.log, lineOf(result, siteUrl));
  }

  function showProgress(): void {
    const now = performance.now();
    if (now - toldAt < pause || seen.all <= mostTold.articles) return;
    toldAt = now;
    const perSecond = Math.round((seen.all / (now - begun)) * 1000);
    const share = total === undefined || total === 0 ? undefined : Math.min(1, seen.all / total);
    const bar =
      share === undefined
        ? ''
        : `${'█'.repeat(Math.round(share * 24)).padEnd(24, '░')} ${(share * 100).toFixed(1)}%  `;
    const words = `${bar}${seen.all} 个  新增 ${seen.added}  没有导入 ${seen.refused}  每秒 ${perSecond}`;
    if (process.stderr.isTTY) process.stderr.write(`\r\u001B[2K${words}`);
    else console.error(words);
  }

  return {
    opened(count) {
      total = total === undefined || count === undefined ? undefined : total + count;
    },
    stored(results) {
      for (const result of results) tell(result);
      showProgress();
    },
    finish(reportFile) {
      clearLine();
      const rows: [string, number][] = [
        ['新增', seen.added],
        ['　其中待发布', seen.waiting],
        ['　其中请核对', seen.doubtful],
        ['已存在', seen.known],
        ['没有导入', seen.refused],
        ['图片', seen.pictures],
      ];
      const seconds = (performance.now() - begun) / 1000;
      console.log(`共 ${seen.all} 个：新增 ${seen.added}，已存在 ${seen.known}，失败 ${seen.refused}。`);
      if (seen.all > 1)
        for (const [label, count] of rows)
          console.log(`${label.padEnd(8, '　')}${String(count).padStart(9)}`);
      if (seen.all > mostTold.articles)
        console.log(`用时 ${seconds.toFixed(1)} 秒，每秒 ${Math.round(seen.all / seconds)} 个。`);
      if (isDryRun) console.log('没有保存任何内容。');
      if (seen.doubtful > 0 && !isDryRun) console.log('请核对的稿件在编辑台“导入”页等待确认。');
      if (reportFile !== undefined) console.log(`逐条报告：${reportFile}`);
    },
  };
}

function print(write: (line: string) => void, line: string): void {
  clearLine();
  write(line);
}

function clearLine(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[2K');
}

const reasons = {
  '': '',
  time: '缺发布时间，存为草稿',
  future: '发布时间在将来，存为草稿',
  editor: '没有把握，等编辑核对',
  draft: '原系统里没有发布，存为草稿',
};

function lineOf(result: Exclude<ImportResult, { outcome: 'refused' }>, siteUrl: string): string {
  const { prepared, articleId, outcome, isLive } = result;
  const remarks = [
    ...(outcome === 'known' ? ['已存在'] : []),
    ...(isLive ? [] : [outcome === 'known' ? '读者目前看不到' : reasons[prepared.waitsFor]]),
  ];
  const remark = remarks.length > 0 ? `（${remarks.join('，')}）` : '';
  return [
    `✓ ${prepared.article.headline} → ${siteUrl}${articleAddress(articleId)}${remark}`,
    ...(prepared.missing.length > 0 ? [`  没有找到：${prepared.missing.join('、')}`] : []),
    ...prepared.doubts.map((doubt) => `  请核对：${doubt}`),
  ].join('\n');
}
