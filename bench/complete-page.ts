import type { Browser } from '@playwright/test';
import { openBrowser, viewport } from './open-browser.ts';
import { summaryOf, type Timings } from './timings.ts';

const openings = 12;
/** After so long without a change nothing more is expected. */
const QUIET = 1_000;

/**
 * Milliseconds from the first paint of a page to the last part that comes into it, nothing cached;
 * `last` is the selector of what a complete page has.
 */
export async function completePage(url: string, cookie: string, last: string): Promise<Timings> {
  const browser = await openBrowser();
  try {
    const taken: number[] = [];
    for (let opening = 0; opening < openings; opening += 1)
      taken.push(await openOnce(browser, url, cookie, last));
    return summaryOf(taken);
  } finally {
    await browser.close();
  }
}

async function openOnce(
  browser: Browser,
  url: string,
  cookie: string,
  last: string,
): Promise<number> {
  const context = await browser.newContext({ viewport });
  try {
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: new URL(url).origin }]);
    const page = await context.newPage();
    await page.addInitScript(noteChanges);
    await page.goto(url);
    await page.locator(last).first().waitFor();
    return await page.evaluate(fromPaintToLastChange, QUIET);
  } finally {
    await context.close();
  }
}

interface Noted {
  lastChange: number;
}

/** Parts that come or go; the clock's own words do not count. */
function noteChanges(): void {
  const noted = globalThis as unknown as Noted;
  noted.lastChange = 0;
  new MutationObserver(() => (noted.lastChange = performance.now())).observe(document, {
    childList: true,
    subtree: true,
  });
}

async function fromPaintToLastChange(quiet: number): Promise<number> {
  const noted = globalThis as unknown as Noted;
  while (performance.now() - noted.lastChange < quiet)
    await new Promise((resolve) => setTimeout(resolve, 50));
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  return noted.lastChange - (paint?.startTime ?? Number.NaN);
}
