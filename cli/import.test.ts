import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chengxun-cli-'));
  writeFileSync(path.join(folder, 'good.txt'), '桥修好了\n2020-01-02 08:00 来源：澄江日报\n桥上又走人了。\n');
  writeFileSync(path.join(folder, 'draft.txt'), '没有时间的稿件\n只有这一段正文。\n');
  writeFileSync(path.join(folder, 'empty.txt'), '');
});

afterEach(() => rmSync(folder, { recursive: true }));

type Ended = { code: number; stdout: string; stderr: string };

/** Runs the command as npm does: in the project's folder, with the person's folder in INIT_CWD. */
async function runImport(...args: string[]): Promise<Ended> {
  const root = path.resolve(import.meta.dirname, '..');
  const env = {
    ...process.env,
    INIT_CWD: folder,
    DATA_DIR: path.join(folder, 'data'),
    SITE_URL: 'https://news.example.cn',
  };
  return promisify(execFile)(process.execPath, ['--import', 'tsx', 'cli/chengxun.ts', 'import', ...args], {
    cwd: root,
    env,
  }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: Ended) => error,
  );
}

test('a bad file is named, the others are imported, and the command fails', async () => {
  const { code, stdout, stderr } = await runImport('empty.txt', 'good.txt', 'none.txt', 'draft.txt');
  expect(code).toBe(1);
  expect(stdout).toContain('✓ 桥修好了 → https://news.example.cn/article/1\n');
  expect(stdout).toContain('没有找到：位置导航、记者或通讯员、编辑');
  expect(stdout).toContain('https://news.example.cn/article/2（缺发布时间，存为草稿）');
  expect(stdout).toContain('共 4 个：新增 2，已存在 0，失败 2。');
  expect(stderr).toMatch(/empty\.txt：文件是空的/u);
  expect(stderr).toMatch(/none\.txt：找不到/u);
});

test('the second run finds the article at the same address and succeeds', async () => {
  await runImport('good.txt');
  const { code, stdout } = await runImport('good.txt');
  expect(code).toBe(0);
  expect(stdout).toContain('✓ 桥修好了 → https://news.example.cn/article/1（已存在）');
});

test('a dry run shows the fields and makes no database', async () => {
  const { code, stdout } = await runImport('--dry-run', 'good.txt');
  expect(code).toBe(0);
  expect(stdout).toMatch(/标题\s+桥修好了/u);
  expect(stdout).toMatch(/来源\s+澄江日报/u);
  expect(existsSync(path.join(folder, 'data'))).toBe(false);
});
