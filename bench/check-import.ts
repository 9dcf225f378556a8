import { createReadStream, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { type ExpectedPage, type FieldScore, scorePage, surplusOf } from '@/bench/import-score';
import { readPage } from '@/features/archive-import/read-page-bytes';

/*
 * npm run check:import -- FOLDER [ONLY]: reads every page of a folder of the form of the shared test data and
 * prints how many of each field are right. ONLY keeps the files whose name contains it. Ends with 1 where a
 * field stays below what the importer promises.
 */
const targets: Record<string, number> = {
  标题: 0.95,
  时间: 0.95,
  正文: 0.95,
  来源: 0.9,
  作者: 0.9,
  编辑: 0.9,
  位置: 0.9,
};

/** Cut off the last paragraph by the reader: it is kept as people. */
const signOff = /[（(](?:责编|责任编辑|编辑)[:：][^（）()]*[)）]$/u;
/** A sentence of Chinese text, not of a program. */
const isStory = (line: string) => /\p{sc=Han}{6}.*。/u.test(line) && !/[{};]/u.test(line);

const folder = path.resolve(process.env.INIT_CWD ?? process.cwd(), process.argv[2] ?? '.');
const only = process.argv[3] ?? '';

const results = [scoreFolder(), await scoreBulk()];
process.exitCode = results.every(Boolean) ? 0 : 1;

function scoreFolder(): boolean {
  const records = readFileSync(path.join(folder, 'expected.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as ExpectedPage)
    .filter(({ file }) => file.includes(only));
  const scores: FieldScore[] = [];
  let milliseconds = 0;
  let failed = 0;
  for (const expected of records) {
    const bytes = readFileSync(path.join(folder, expected.file));
    const start = performance.now();
    const read = readPage(bytes, { fileName: path.basename(expected.file) });
    milliseconds += performance.now() - start;
    if (!read.ok) {
      failed += 1;
      console.log(`✗ ${expected.file}：${read.problems.map(({ message }) => message).join('，')}`);
      for (const field of Object.keys(targets)) scores.push({ field, right: false, found: '', expected: '' });
      continue;
    }
    const page = scorePage(read.value, expected);
    scores.push(...page);
    for (const { field, right, found, expected: wanted } of page) {
      if (right === false)
        console.log(`  ${expected.file} ${field}：${found || '（无）'}${wanted && ` ≠ ${wanted}`}`);
    }
    for (const surplus of surplusOf(read.value, expected)) console.log(`  ${expected.file} 多出：${surplus}`);
  }
  console.log(`\n${records.length} 个页面，读不出 ${failed} 个，${Math.round(milliseconds)} 毫秒`);
  return printTable(scores) && failed === 0;
}

function printTable(scores: FieldScore[]): boolean {
  let isGood = true;
  for (const field of new Set(scores.map((one) => one.field))) {
    const counted = scores.filter((one) => one.field === field && one.right !== undefined);
    if (counted.length === 0) continue;
    const right = counted.filter((one) => one.right).length;
    const target = targets[field];
    const share = right / counted.length;
    const isEnough = target === undefined || share >= target;
    isGood &&= isEnough;
    const wanted = target === undefined ? '' : `  要求 ≥ ${target * 100}%  ${isEnough ? '达到' : '未达到'}`;
    console.log(`${field}  ${right}/${counted.length}  ${(share * 100).toFixed(1)}%${wanted}`);
  }
  return isGood;
}

/** The collection of `folder/title.txt` files, where the folder has one. */
async function scoreBulk(): Promise<boolean> {
  const archive = path.join(folder, 'bulk-txt.tar.gz');
  const table = path.join(folder, 'bulk-txt-expected.tsv');
  if (!existsSync(archive) || !existsSync(table) || only !== '') return true;
  const expected = new Map(
    readFileSync(table, 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
      .map(([name, title, , first, last]) => [name!, { title: title!, first: first!, last: last! }]),
  );
  const bare = (text: string) => text.replaceAll(/\s/gu, '');
  let right = 0;
  let read = 0;
  const unpacked = createReadStream(archive).pipe(createGunzip()).pipe(extract());
  for await (const entry of unpacked) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    const wanted = expected.get(entry.header.name.replace(/^\.\//u, ''));
    if (wanted === undefined) continue;
    read += 1;
    const page = readPage(Buffer.concat(chunks), { fileName: path.basename(entry.header.name) });
    if (!page.ok) {
      console.log(`✗ ${entry.header.name}：${page.problems.map(({ message }) => message).join('，')}`);
      continue;
    }
    const { headline, lines } = page.value;
    // The table holds the files' raw ends, with headline, sign-off and program text in them: no line may be lost,
    // and nothing that reads like the story may be outside the body.
    const text = bare(lines.map(({ text: line }) => line).join(''));
    const isRight =
      bare(headline) === bare(wanted.title) &&
      text.startsWith(bare(wanted.first)) &&
      text.endsWith(bare(wanted.last).replace(signOff, '')) &&
      !lines.some(({ text: line, use }) => use === 'leftOut' && isStory(line));
    if (isRight) right += 1;
    else
      console.log(
        `  ${entry.header.name}：${headline} | ${text.slice(0, 30)} … ${text.slice(-30)}\n    应为 ${wanted.first} … ${wanted.last}`,
      );
  }
  console.log(`成批文本  ${right}/${expected.size}（读到 ${read} 个）`);
  return right === expected.size;
}
