import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chengxun-cli-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

type Ended = { code: number; stdout: string; stderr: string };

async function runEditor(...args: string[]): Promise<Ended> {
  const root = path.resolve(import.meta.dirname, '..');
  const env = { ...process.env, DATA_DIR: path.join(folder, 'data'), SITE_URL: 'https://news.example.cn' };
  return promisify(execFile)(process.execPath, ['--import', 'tsx', 'cli/chengxun.ts', 'editor', ...args], {
    cwd: root,
    env,
  }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: Ended) => error,
  );
}

const invite = (...more: string[]) =>
  runEditor('invite', '--name', '叶小满', '--email', 'Ye@city.example', ...more);

test('an invitation prints one link, by the Chinese name of the role or by its key', async () => {
  const { code, stdout } = await invite('--role', '记者', '--role', 'chiefEditor:/');
  expect(code).toBe(0);
  expect(stdout).toMatch(/叶小满.*\nhttps:\/\/news\.example\.cn\/desk\/invitation\/[\w-]{32}\n$/u);
});

test.for([
  [['--role', '站长'], '没有“站长”这个岗位'],
  [['--role', '记者:no/such'], '没有路径是“no/such”的栏目'],
  [[], '请至少选一个岗位'],
  [['--role', '记者', '--email', 'nobody'], '请填写有效的邮箱地址'],
] as const)('bad input %j is refused in one sentence', async ([more, sentence]) => {
  const { code, stdout, stderr } = await invite(...more);
  expect(code).not.toBe(0);
  expect(stdout).toBe('');
  expect(stderr).toContain(sentence);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test.for(['disable', 'enable', 'reset'])('%s of an unknown address fails and says so', async (verb) => {
  const { code, stderr } = await runEditor(verb, 'nobody@city.example');
  expect(code).not.toBe(0);
  expect(stderr).toBe('没有邮箱是 nobody@city.example 的账号，可用 editor list 查看。\n');
});

test('accounts are listed, a password link is made, and the last administrator cannot be disabled', async () => {
  await addAdministrator();
  const listed = await runEditor('list');
  expect(listed.stdout).toBe('方既白 <chief@city.example>  管理员（全站）  两步验证未开启\n共 1 个账号。\n');
  const reset = await runEditor('reset', 'Chief@city.example', '--second-factor');
  expect(reset.stdout).toMatch(/已解除方既白的两步验证。\n.*\nhttps:\/\/.*\/desk\/invitation\/[\w-]{32}\n$/u);
  const disabled = await runEditor('disable', 'chief@city.example');
  expect(disabled.code).not.toBe(0);
  expect(disabled.stderr).toContain('至少要留一位管理员');
});

/** Opens the account in a process of its own, as the portal would be. */
async function addAdministrator(): Promise<void> {
  const script = `
    import { prepareDatabase } from '@/db/migrate';
    import { closeDatabase } from '@/db/client';
    import { addEditor } from '@/features/access/testing/newcomers';
    import { tx } from '@/db/client';
    import { editors } from '@/db/schema/editors';
    await prepareDatabase(process.env.DATA_DIR);
    await addEditor('方既白', ['administrator']);
    await tx((q) => q.update(editors).set({ email: 'chief@city.example' }));
    await closeDatabase();`;
  await promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    cwd: path.resolve(import.meta.dirname, '..'),
    env: { ...process.env, DATA_DIR: path.join(folder, 'data') },
  });
}
