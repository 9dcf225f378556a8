import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, pinnedNode, root } from './install.mjs';
import { giveUp, problemOfNode } from './run-step.mjs';

/*
 * npm start: installs what is missing, builds when the sources changed, then runs the page server, which
 * migrates, fills an empty database and serves. A port in use would make all that in vain, so it is looked at first.
 */
const tooOld = problemOfNode();
if (tooOld) giveUp(tooOld);
process.chdir(root);
const port = process.env.PORT || '3000';
const host = process.env.HOST || '127.0.0.1';
await checkPort();
await ensureInstalled();
if (!(await ensureBuilt())) giveUp('构建没有成功，原因见上。');

const server = spawn(pinnedNode, ['--import', 'tsx', path.join(root, 'server', 'main.ts')], {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
});
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(signal ? 1 : code));

/** A port that is no number is the server's to complain about; one in use is told before the long steps. */
function checkPort() {
  if (!/^\d{1,5}$/u.test(port)) return undefined;
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => {
      if (error.code === 'EADDRINUSE') {
        giveUp(
          `端口 ${port} 已被别的程序占用。请先停止那个程序，或换一个端口：PORT=${Number(port) + 1} npm start`,
        );
      }
      if (error.code === 'EACCES')
        giveUp(`没有权限使用端口 ${port}。请换一个大于 1024 的端口：PORT=3000 npm start`);
      resolve();
    });
    probe.listen({ port: Number(port), host }, () => probe.close(resolve));
  });
}
