import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pinnedNode, root } from './install.mjs';
import { runStep } from './run-step.mjs';
import { readStamp, stampOf } from './stamp.mjs';

/** Everything that goes into the build. */
const sources = [
  'app',
  'components',
  'db',
  'features',
  'lib',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];

/** Builds when the sources are not those of the last build. Resolves with whether there is a build now. */
export async function ensureBuilt() {
  const stampFile = path.join(root, '.next', 'chengxun-built');
  const wanted = stampOf(root, sources);
  if (readStamp(stampFile) === wanted) return true;
  // Gone first and written last: a build that was broken off never counts.
  rmSync(stampFile, { force: true });
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const code = await runStep('正在构建（约半分钟）', pinnedNode, [next, 'build', root], {
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (code === 0) writeFileSync(stampFile, wanted);
  return code === 0;
}
