import { spawn } from 'node:child_process';

/*
 * The launchers run before anything is installed: plain JavaScript, any Node from 20 on, no dependency.
 */

export const oldestNode = 20;

/** One sentence when this Node is too old to run even the launchers; undefined otherwise. */
export function problemOfNode(version = process.versions.node) {
  if (Number(version.split('.')[0]) >= oldestNode) return undefined;
  return `Node ${version} 太旧了。请安装 Node ${oldestNode} 或更新版本，再运行一次。`;
}

/** Ends the program with one sentence. */
export function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/**
 * Runs a command to its end and resolves with its exit code. Its output is shown when it fails, or always
 * with `isShown`; while it runs in silence, a line says every ten seconds that it is still at work.
 */
export function runStep(title, command, args, { env, isShown = false } = {}) {
  process.stdout.write(`${title}……\n`);
  const begun = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', isShown ? 'inherit' : 'pipe', isShown ? 'inherit' : 'pipe'],
    });
    const output = [];
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    const seconds = () => Math.round((Date.now() - begun) / 1000);
    const alive = setInterval(() => {
      if (!isShown) process.stdout.write(`  仍在进行，已用 ${seconds()} 秒\n`);
    }, 10_000);
    const end = (code) => {
      clearInterval(alive);
      if (code !== 0) process.stderr.write(Buffer.concat(output));
      process.stdout.write(code === 0 ? `  完成，用了 ${seconds()} 秒\n` : `  失败（退出码 ${code}）\n`);
      resolve(code);
    };
    child.on('error', (error) => {
      output.push(Buffer.from(`${error.message}\n`));
      end(1);
    });
    child.on('close', (code, signal) => end(signal ? 1 : code));
  });
}
