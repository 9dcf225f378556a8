import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pinnedNode, root } from './install.mjs';
import { runStep } from './run-step.mjs';

const systemBrowsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function succeeds(command, args) {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Where the system's Chromium is, if it has one. CHROMIUM_PATH wins. */
export function findChromium() {
  if (process.env.CHROMIUM_PATH && existsSync(process.env.CHROMIUM_PATH)) return process.env.CHROMIUM_PATH;
  for (const name of systemBrowsers) {
    try {
      return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
    } catch {
      // The next one.
    }
  }
  return undefined;
}

function hasChineseFont() {
  try {
    return execFileSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false;
  }
}

/**
 * Chromium and a Chinese font for the browser tests: Debian's where apt can be used, Playwright's own
 * Chromium elsewhere. Resolves with whether there is a browser now.
 */
export async function ensureBrowser() {
  const missing = [
    ...(findChromium() ? [] : ['chromium']),
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk', 'fontconfig']),
  ];
  if (missing.length === 0) return true;
  const sudo = process.getuid?.() === 0 ? [] : succeeds('sudo', ['-n', 'true']) ? ['sudo', '-n'] : undefined;
  if (sudo && succeeds('sh', ['-c', 'command -v apt-get'])) {
    const [command, ...first] = [...sudo, 'apt-get'];
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await runStep('正在更新软件包目录', command, [...first, 'update'], { env });
    await runStep(
      `正在安装 ${missing.join('、')}`,
      command,
      [...first, 'install', '-y', '--no-install-recommends', ...missing],
      { env },
    );
  }
  if (findChromium()) return true;
  const playwright = `${root}/node_modules/@playwright/test/cli.js`;
  return (
    (await runStep('正在下载 Playwright 的 Chromium', pinnedNode, [playwright, 'install', 'chromium'])) === 0
  );
}
