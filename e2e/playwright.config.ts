import { defineConfig } from '@playwright/test';
import { findBrowser } from '../scripts/find-browser.ts';

const browser = findBrowser();

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: true,
  // Each worker has a clinic of its own, which is a database and three processes.
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  // Of a machine that is busy: nothing waits for it unless something is wrong.
  timeout: 180_000,
  // A clinic's first read goes on behind the tests; a page may wait for it.
  expect: { timeout: 20_000 },
  use: {
    locale: 'en-US',
    timezoneId: 'America/New_York',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: browser.path,
      env: { ...process.env, ...browser.env },
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
