import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { giveUp, problemOfNode, runStep } from './run-step.mjs';
import { readStamp, stampOf } from './stamp.mjs';

export const root = path.resolve(
  import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
  '..',
);

/** The Node that everything after the launchers runs on: the npm package `node`, pinned in package.json. */
export const pinnedNode = path.join(root, 'node_modules', '.bin', 'node');

/** Installs what is missing; does nothing when the lock file is the one of the last installation. */
export async function ensureInstalled() {
  const tooOld = problemOfNode();
  if (tooOld) giveUp(tooOld);
  const stampFile = path.join(root, 'node_modules', '.chengxun-installed');
  const wanted = stampOf(root, ['package.json', 'package-lock.json'], `${process.platform} ${process.arch}`);
  if (readStamp(stampFile) === wanted) return;

  // npm says where it is; the path of a script of npm's is run by the Node that runs us.
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  const code = await runStep('正在安装依赖（第一次约一分钟）', command, [
    ...first,
    'ci',
    '--prefix',
    root,
    '--no-audit',
    '--no-fund',
    '--include=dev',
  ]);
  if (code !== 0) giveUp('依赖没有装好，原因见上。请检查网络和磁盘空间，再运行一次。');
  checkPinnedNode();
  writeFileSync(stampFile, wanted);
}

function checkPinnedNode() {
  let version = '';
  try {
    version = execFileSync(pinnedNode, ['--version'], { encoding: 'utf8' }).trim();
  } catch {
    // Said below.
  }
  if (!version.startsWith('v24.')) {
    giveUp(
      '随项目安装的 Node 24 不能运行。请删除 node_modules 文件夹，再运行一次；安装时须允许 node 这个包的安装脚本。',
    );
  }
}
