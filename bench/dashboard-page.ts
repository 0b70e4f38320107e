import type { Browser, CDPSession, Page } from '@playwright/test';
import { openBrowser, viewport } from './open-browser.ts';
import type { Result } from './result.ts';
import { summaryOf } from './timings.ts';

const cpuSlowdown = 4;
const network = {
  offline: false,
  latency: 40,
  downloadThroughput: 1_250_000,
  uploadThroughput: 1_250_000,
};

const loads = 5;

/** What a counselor's browser fetches and does until the caseload is there, with nothing cached. */
export async function dashboardPage(serverUrl: string): Promise<Result[]> {
  const browser = await openBrowser();
  try {
    const seen: Load[] = [];
    while (seen.length < loads) seen.push(await load(browser, serverUrl));
    const slowed = '4× slower CPU, 10 Mbit/s, 150 clients';
    return [
      {
        what: 'JavaScript + CSS until the caseload is usable',
        target: '≤ 150',
        measured: summaryOf(seen.map(({ codeBytes }) => codeBytes / 1000)),
        unit: 'kB as transferred',
      },
      {
        what: `Largest contentful paint, ${slowed}`,
        target: '≤ 1.5',
        measured: summaryOf(seen.map(({ largestPaintMs }) => largestPaintMs / 1000)),
        unit: 's',
      },
      {
        what: `Script time, ${slowed}`,
        target: '≤ 350',
        measured: summaryOf(seen.map(({ scriptSeconds }) => scriptSeconds * 1000)),
        unit: 'ms',
      },
    ];
  } finally {
    await browser.close();
  }
}

interface Load {
  codeBytes: number;
  largestPaintMs: number;
  scriptSeconds: number;
}

async function load(browser: Browser, serverUrl: string): Promise<Load> {
  const context = await browser.newContext({ viewport });
  await context.request.post(`${serverUrl}/api/sign-in`, { data: { persona: 'counselor' } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const bytes = await countBytes(devtools);
  await devtools.send('Performance.enable');
  await devtools.send('Network.emulateNetworkConditions', network);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  await page.goto(`${serverUrl}/caseload`);
  await page.getByRole('gridcell').nth(20).waitFor();
  const codeBytes = bytes();
  const { metrics } = await devtools.send('Performance.getMetrics');
  const scriptSeconds = metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN;
  const largestPaintMs = await largestPaint(page);
  await context.close();
  return { codeBytes, largestPaintMs, scriptSeconds };
}

/** Adds up scripts and style sheets as they come over the wire, headers included. */
async function countBytes(devtools: CDPSession): Promise<() => number> {
  const ofCode = new Set<string>();
  let bytes = 0;
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script' || type === 'Stylesheet') ofCode.add(requestId);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (ofCode.has(requestId)) bytes += encodedDataLength;
  });
  await devtools.send('Network.enable');
  return () => bytes;
}

function largestPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN);
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
}
