import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureInstalled, pinnedNode, root } from './install.mjs';

/* npm run chengxun -- <command>: the command line, on the pinned Node. */
await ensureInstalled();
const child = spawn(
  pinnedNode,
  // An import of 30,000 articles took 636 MB with Node's own limits, and 355 MB with these, as fast.
  [
    '--max-semi-space-size=4',
    '--max-old-space-size=192',
    '--import',
    'tsx',
    path.join(root, 'cli', 'chengxun.ts'),
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() },
  },
);
child.on('exit', (code, signal) => process.exit(signal ? 1 : code));
