import { defineConfig, devices } from '@playwright/test';
import { chromiumLaunchOptions } from './bench/chromium';

const deskJourneys = /e2e\/desk\/.*\.spec\.ts$/u;
/** Ask by HTTP what machines read: no width makes a difference. */
const crawlerJourneys = /e2e\/crawler\/.*\.spec\.ts$/u;

/** Journeys in a real browser against the built portal, which global-setup starts on a database of its own. */
export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/support/start-portal.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  use: {
    baseURL: process.env.PORTAL_ORIGIN,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    launchOptions: chromiumLaunchOptions(),
  },
  projects: [
    // Readers' journeys run on a phone and on a desktop; the desk is used from 768 px up.
    {
      name: 'phone',
      testIgnore: [deskJourneys, crawlerJourneys],
      use: { ...devices['Desktop Chrome'], viewport: { width: 360, height: 800 }, hasTouch: true },
    },
    {
      name: 'desktop',
      testIgnore: deskJourneys,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 900 } },
    },
    {
      name: 'desk',
      testMatch: deskJourneys,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 900 } },
    },
  ],
});
