import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from '../scripts/find-browser.ts';

const inContainer = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage'];

export const viewport = { width: 1440, height: 900 };

/** The installed browser, without a window. */
export function openBrowser(): Promise<Browser> {
  const { path, env } = findBrowser();
  return chromium.launch({
    executablePath: path,
    args: inContainer,
    env: { ...process.env, ...env },
  });
}
