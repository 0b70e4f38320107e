import type { CDPSession, Page, Route } from '@playwright/test';
import type { Caseload } from '../domain/caseload/caseload.contract.ts';
import { openBrowser, viewport } from './open-browser.ts';
import { showPlainTable } from './plain-table.ts';
import type { Result } from './result.ts';

const CLIENTS = 5_000;
const cpuSlowdown = 4;
const FRAME = 1000 / 60;

/** What a director's browser takes to narrow and to scroll a list of thousands, on a slow machine. */
export async function longList(serverUrl: string): Promise<Result[]> {
  const browser = await openBrowser();
  try {
    const context = await browser.newContext({ viewport });
    await context.request.post(`${serverUrl}/api/sign-in`, { data: { persona: 'director' } });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await page.route(/\/api\/caseload\?/, manyTimesOver);
    await page.addInitScript(keepInteractions);
    // Any id opens the named list; whom it has is answered above.
    await page.goto(`${serverUrl}/caseload?program=${crypto.randomUUID()}`);
    await page.getByRole('gridcell').nth(20).waitFor();
    await page.getByRole('button', { name: 'Columns' }).waitFor();
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
    const pressed = await slowestKey(page);
    const dropped = await framesDropped(page, devtools);
    await devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    await showPlainTable(page);
    const plainly = {
      pressed: await slowestKey(page),
      dropped: await framesDropped(page, devtools),
    };
    const slowed = `${CLIENTS} clients, 4× slower CPU`;
    return [
      {
        what: `Key press in the filter to painted rows, slowest of 12, ${slowed}`,
        target: '≤ 100',
        measured: pressed,
        unit: 'ms',
        floor: { what: 'a plain table', measured: plainly.pressed },
      },
      {
        what: `Frames dropped in scrolling, of 60, ${slowed}`,
        target: '≤ 1',
        measured: dropped,
        unit: 'frames',
        floor: { what: 'a plain table', measured: plainly.dropped },
      },
      {
        what: `JavaScript heap of the page, ${CLIENTS} clients`,
        target: '–',
        measured: usedSize / 1_000_000,
        unit: 'MB',
      },
    ];
  } finally {
    await browser.close();
  }
}

/** The server's own answer for everybody, its lines repeated under other ids and names. */
async function manyTimesOver(route: Route): Promise<void> {
  const url = new URL(route.request().url());
  const answer = await route.fetch({ url: `${url.origin}/api/caseload` });
  const caseload = (await answer.json()) as Caseload;
  const lines = Array.from({ length: CLIENTS }, (_, index) => {
    const line = caseload.lines[index % caseload.lines.length];
    if (!line) throw new Error('There is no client to repeat.');
    const clientId = crypto.randomUUID();
    return { ...line, clientId, familyName: `${line.familyName} ${index}` };
  });
  await route.fulfill({ response: answer, json: { ...caseload, lines } });
}

/** From the press of a key until the frame that shows what it did: the browser's own measure. */
function keepInteractions(): void {
  const kept: number[] = [];
  Object.assign(globalThis, { pressed: kept });
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries())
      if (/^key|input/.test(name)) kept.push(duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}

async function slowestKey(page: Page): Promise<number> {
  const search = page.getByPlaceholder('In this list');
  await search.focus();
  await page.evaluate(() => {
    (globalThis as unknown as { pressed: number[] }).pressed.length = 0;
  });
  for (const key of [
    'e',
    'r',
    'Backspace',
    'Backspace',
    '4',
    '2',
    '1',
    'Backspace',
    'Backspace',
    'Backspace',
    'a',
    'Backspace',
  ]) {
    await page.keyboard.press(key);
    await twoFrames(page);
  }
  return page.evaluate(() => Math.max(...(globalThis as unknown as { pressed: number[] }).pressed));
}

const twoFrames = (page: Page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );

/** Of each 60 frames that a steady scroll should have had. */
async function framesDropped(page: Page, devtools: CDPSession): Promise<number> {
  await page.evaluate(() => {
    const frames: number[] = [];
    const next = (at: number) => {
      frames.push(at);
      requestAnimationFrame(next);
    };
    Object.assign(globalThis, { frames });
    requestAnimationFrame(next);
  });
  await devtools.send('Input.synthesizeScrollGesture', {
    x: 700,
    y: 700,
    yDistance: -6_000,
    speed: 2_000,
    gestureSourceType: 'mouse',
  });
  const frames = await page.evaluate(() => (globalThis as unknown as { frames: number[] }).frames);
  const [first = 0, last = 0] = [frames[0], frames.at(-1)];
  const expected = (last - first) / FRAME;
  return (Math.max(0, expected - (frames.length - 1)) / expected) * 60;
}
