import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBrowser, findChromium } from './browser.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, pinnedNode, root } from './install.mjs';
import { runStep } from './run-step.mjs';

/*
 * npm test: every check there is. A failed step does not keep the others from being run, and the last line
 * sums all of them: each test of a runner is one, and so is each check that has no tests of its own.
 * npm test -- unit e2e runs the named steps alone.
 */
process.chdir(root);
await ensureInstalled();
const reports = mkdtempSync(path.join(tmpdir(), 'chengxun-test-'));
const bin = (name) => path.join(root, 'node_modules', name);
const total = { passed: 0, failed: 0 };

/** A check that passes or fails as a whole. */
const check =
  (title, ...args) =>
  async () => {
    count(
      (await runStep(title, pinnedNode, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 },
    );
  };

/** A runner with a report; one that ends without a report, or in failure without a failed test, has failed. */
const runner = (title, args, read, env) => async () => {
  const report = path.join(reports, `${title}.json`);
  const code = await runStep(title, pinnedNode, args(report), { isShown: true, env: env?.(report) });
  const counted = readReport(report, read);
  count(code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted);
};

const vitest = (title, ...more) =>
  runner(
    title,
    (report) => [
      bin('vitest/vitest.mjs'),
      'run',
      ...more,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests }),
  );

const steps = {
  format: check('格式', bin('prettier/bin/prettier.cjs'), '--check', '.'),
  lint: check('规范', bin('oxlint/bin/oxlint'), '--deny-warnings'),
  types: async () => {
    // Next writes the types of its routes before the compiler can look at the pages.
    if ((await runStep('路由类型', pinnedNode, [bin('next/dist/bin/next'), 'typegen'])) !== 0)
      count({ passed: 0, failed: 1 });
    await check('类型', bin('typescript/bin/tsc'), '--noEmit', '--incremental', 'false')();
  },
  unit: vitest('单元测试'),
  build: async () => count((await ensureBuilt()) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
  slow: vitest('长测试', '--config', 'vitest.slow.config.ts'),
  e2e: async () => {
    if (!(await ensureBrowser()) || !(await ensureBuilt())) return count({ passed: 0, failed: 1 });
    await runner(
      '浏览器测试',
      () => [bin('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
      ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }),
      (report) => ({
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        ...(findChromium() && { CHROMIUM_PATH: findChromium() }),
      }),
    )();
    return undefined;
  },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in steps));
if (unknown.length > 0) {
  process.stderr.write(`没有这些步骤：${unknown.join('、')}。可用的步骤：${Object.keys(steps).join('、')}\n`);
  process.exit(1);
}
for (const name of asked.length > 0 ? asked : Object.keys(steps)) await steps[name]();
rmSync(reports, { recursive: true });
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed === 0 ? 0 : 1);

function count({ passed, failed }) {
  total.passed += passed;
  total.failed += failed;
}

function readReport(file, read) {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    process.stderr.write('  没有得到测试报告\n');
    return { passed: 0, failed: 1 };
  }
}
