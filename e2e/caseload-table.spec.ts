import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Caseload, CaseloadLine } from '../domain/caseload/caseload.contract.ts';
import { gravestFirst } from '../domain/caseload/flags.ts';
import type { Tasks } from '../domain/outreach/task.contract.ts';
import { expect, test } from './fixtures/clinic.ts';
import { expectAccessible } from './fixtures/expect-accessible.ts';
import { signIn } from './fixtures/sign-in.ts';

const grid = (page: Page) => page.getByRole('grid', { name: 'Caseload' });
const names = (page: Page) => grid(page).getByRole('link');
const heads = (page: Page) => grid(page).getByRole('columnheader').allInnerTexts();
const caseloadOf = async (page: Page) =>
  (await (await page.request.get('/api/caseload')).json()) as Caseload;

async function openCaseload(page: Page, query = ''): Promise<void> {
  await signIn(page, 'counselor');
  await page.goto(`/caseload${query}`);
  await expect(names(page).first()).toBeVisible();
}

test('columns are chosen and moved, stay in the address, and are kept as a view that the team sees', async ({
  page,
}) => {
  await openCaseload(page);
  await page.getByRole('button', { name: 'Columns' }).click();
  const columns = page.getByRole('dialog', { name: 'Columns' });
  await columns.getByRole('checkbox', { name: 'Counselor' }).check();
  await columns.getByRole('checkbox', { name: 'Four weeks' }).uncheck();
  for (let step = 0; step < 2; step++)
    await columns.getByRole('button', { name: 'Move Next session up' }).press('Enter');
  await expect(columns.getByRole('button', { name: 'Move Next session up' })).toBeFocused();
  await columns.getByRole('radio', { name: 'Comfortable' }).check();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  const chosen = await heads(page);
  expect(chosen.join()).toMatch(/Client.*Hours this week.*Next session.*Attended.*Last seen/s);
  expect(chosen.join()).not.toContain('2 Nov');

  await page.reload();
  await expect(names(page).first()).toBeVisible();
  expect(await heads(page)).toEqual(chosen);
  const address = page.url();

  await page.getByRole('button', { name: 'Views' }).click();
  const views = page.getByRole('dialog', { name: 'Saved views' });
  await views.getByLabel('Name of this view').fill('Case review');
  await views.getByRole('checkbox', { name: 'Share with my team' }).check();
  await views.getByRole('button', { name: 'Save this view' }).click();
  await expect(views.getByRole('status')).toContainText('Saved: Case review.');
  await expectAccessible(page);

  await signIn(page, 'supervisor');
  await page.goto('/caseload?counselor=none');
  await page.getByRole('button', { name: 'Views' }).click();
  const shared = page.getByRole('dialog', { name: 'Saved views' });
  await expect(shared).toContainText(/Case review\s*shared by/);
  await shared.getByRole('button', { name: 'Case review' }).click();
  await expect(page).toHaveURL(address);
});

test('every group begins with its gravest reason, then goes on by name', async ({ page }) => {
  await signIn(page, 'director');
  const { lines } = await caseloadOf(page);
  const named = (a: CaseloadLine, b: CaseloadLine) =>
    a.familyName.localeCompare(b.familyName) || a.givenName.localeCompare(b.givenName);
  const ids = (of: readonly CaseloadLine[]) => of.map(({ clientId }) => clientId);
  expect(ids(lines)).toEqual(ids(gravestFirst(lines.toSorted(named))));
});

test('several are selected by the keys and given a task each; what fails is tried again, once', async ({
  page,
}) => {
  await openCaseload(page);
  await names(page).first().focus();
  await page.keyboard.press('Escape');
  await grid(page).getByRole('gridcell').locator('visible=true').nth(1).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  const bar = page.getByRole('group', { name: 'Selected clients' });
  await expect(bar).toContainText('2 selected');
  await expectAccessible(page);

  await bar.getByRole('button', { name: 'Add task' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a task for each of 2' });
  await dialog.getByLabel('What is to be done?').fill('Ask about transport');
  await expectAccessible(page);
  let sent = 0;
  // The second arrives, and its answer is lost.
  await page.route('**/api/tasks/entries', async (route) => {
    if (++sent !== 2) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await dialog.getByRole('button', { name: 'Add 2 tasks' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Added for 1 of 2.');
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog).toBeHidden();
  await expect(bar).toContainText('Task added for 2 clients.');
  const { tasks } = (await (await page.request.get('/api/tasks')).json()) as Tasks;
  expect(tasks.filter(({ what }) => what === 'Ask about transport').length).toBe(2);
  await bar.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByPlaceholder('In this list')).toBeVisible();
});

test('x selects up to here, g goes to the next group', async ({ page }) => {
  await openCaseload(page);
  await grid(page).getByRole('gridcell').locator('visible=true').nth(1).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('x');
  await expect(page.getByRole('group', { name: 'Selected clients' })).toContainText('2 selected');
  const before = await page.locator(':focus').evaluate((cell) => cell.parentElement?.ariaRowIndex);
  await page.keyboard.press('g');
  await expect
    .poll(() => page.locator(':focus').evaluate((cell) => cell.parentElement?.ariaRowIndex))
    .not.toBe(before);
});

test('what is selected is taken as a file, with the columns that are shown', async ({ page }) => {
  await openCaseload(page, '?columns=why.next');
  const first = (await names(page).first().innerText()).split(',')[0] ?? '';
  await grid(page).getByRole('checkbox').nth(2).check();
  await page.getByRole('button', { name: 'Export these' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /CSV/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('caseload.csv');
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv).toContain('1 selected by hand');
  expect(csv).toContain('42 CFR part 2 prohibits unauthorized use or disclosure');
  const [head, ...rows] = csv.split('\r\n').filter((line) => line && !line.includes('# '));
  expect(head).toBe(
    'Group,Family name,Given name,Record number,Why listed,Substances,Medication supply ends,Last overdose,Last release,Naloxone prescribed,Next session,Next session starts,Next service',
  );
  expect(rows.length).toBe(1);
  expect(rows[0]).toContain(first);
  expect(page.url()).not.toContain('clientIds');
});

test('on paper stands every client with the rule of the group, and nothing runs out of the side', async ({
  page,
}) => {
  await openCaseload(page);
  await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
  const { lines } = await caseloadOf(page);
  await page.emulateMedia({ media: 'print' });
  const paper = page.locator('app-caseload-on-paper');
  await expect(async () => {
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(paper.locator('tbody tr:not(.group)')).toHaveCount(lines.length);
  }).toPass();
  await expect(paper).toContainText('Act today');
  await expect(paper).toContainText('safety answer, 2 misses in a row');
  await expect(grid(page)).toBeHidden();
  await expect(page.getByText(/^Printed by .+, Counselor, Wed 18 Nov 2026/)).toBeVisible();
  // Letter and A4 on their long side, less a margin of 15 mm on either side.
  for (const width of [942, 1009]) {
    await page.setViewportSize({ width, height: 700 });
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond, `${width} px`).toBeLessThanOrEqual(0);
  }
  const sheet = (await page.pdf({ format: 'Letter', preferCSSPageSize: true })).toString('latin1');
  expect(sheet).toMatch(/\/MediaBox \[0 0 792 612\]/);
});

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const) {
  test(`no text of a row is cut off at ${width} × ${height}, whatever columns are chosen`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    for (const query of ['', '?columns=week.level.next.seen.attended.why.hours.strip']) {
      await openCaseload(page, query);
      const beyond = await page.evaluate(() => {
        const right = document.querySelector('[role=grid] .scroller')?.clientWidth ?? 0;
        const left = document.querySelector('[role=grid]')?.getBoundingClientRect().left ?? 0;
        return [...document.querySelectorAll('app-caseload-row:not([hidden]) > [role=gridcell]')]
          .flatMap((cell) => [...cell.children])
          .filter((part) => part.getBoundingClientRect().right > left + right + 1).length;
      });
      expect(beyond, query).toBe(0);
    }
  });

  test(`a name stands in line with its box at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openCaseload(page);
    // At one moment: whatever arrives between two readings would move the rows.
    const { names, boxes } = await page.evaluate(() => {
      const middles = (selector: string) =>
        [...document.querySelectorAll(`app-caseload-row:not([hidden]) ${selector}`)].map((one) => {
          const { top, height } = one.getBoundingClientRect();
          return top + height / 2;
        });
      return { names: middles('.name'), boxes: middles('input[type=checkbox]') };
    });
    expect(names.length).toBeGreaterThan(0);
    for (const [row, name] of names.entries())
      expect(Math.abs(name - (boxes[row] ?? Number.NaN)), `row ${row}`).toBeLessThan(4);
  });
}
