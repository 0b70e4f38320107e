import { expect, test } from './fixtures/clinic.ts';
import { clientWhere, lane, withAllRecordsRead } from './fixtures/client-page.ts';
import { expectAccessible } from './fixtures/expect-accessible.ts';
import { signIn } from './fixtures/sign-in.ts';

withAllRecordsRead();

test('what happened, and what is next: one click from the start', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('grid', { name: 'Caseload' }).getByRole('link').first().click();
  await expect(lane(page, 'Way')).toContainText(/Week \d+/);
  await expect(lane(page, 'Way').getByRole('img', { name: /Admission/ })).toBeVisible();
  await expect(lane(page, 'Sessions')).toContainText(/\d+ of \d+/);
  await expect(page.getByText('Next session', { exact: true })).toBeVisible();
  await expectAccessible(page);
});

test('a counselor: whose scores changed reliably?', async ({ page }) => {
  const client = await clientWhere(page, ({ measures }) =>
    measures.some(({ change }) => change === 'reliable-improvement'),
  );
  await page.goto(`/clients/${client.clientId}`);
  await expect(page.getByText(/reliable change by rule\./)).toBeVisible();
  await expect(page.locator('app-measure-lane').first()).toContainText(/from \d+: down \d+/);
  // The product states records and rules; how somebody is doing is nobody's to print.
  await expect(page.getByRole('main')).not.toContainText(/doing (well|better|worse)|relapsed/i);
});

test('a counselor: whose level of care no longer fits?', async ({ page }) => {
  const client = await clientWhere(
    page,
    ({ line }) => line?.flags.some(({ rule }) => rule === 'dose-below-level') ?? false,
  );
  await page.goto(`/clients/${client.clientId}`);
  await expect(page.locator('app-client-reasons')).toContainText('Dose no longer matches level');
  await expect(lane(page, 'Hours a week')).toContainText('level 9 h');
});

test('a counselor: whose medication runs out before the next prescriber visit?', async ({
  page,
}) => {
  const client = await clientWhere(page, ({ medication }) =>
    medication.supplies.some(({ status, supplyEndsOn }) => status === 'active' && supplyEndsOn),
  );
  await page.goto(`/clients/${client.clientId}`);
  const medication = lane(page, 'Medication');
  await expect(medication).toContainText(/lasts to/);
  await expect(medication).toContainText(/prescriber (visit|[A-Z])/);
});

test('a supervisor: who had no family or support contact?', async ({ page }) => {
  const client = await clientWhere(page, ({ background }) => background.supportPeople.length > 0);
  await page.goto(`/clients/${client.clientId}`);
  const support = page.locator('app-support-list');
  await expect(support).toContainText(/Family sessions\s*\d+ attended/);
  await expect(support).toContainText(/consent/);
});

test('every lane is opened by its name alone, and says the same as a table', async ({ page }) => {
  const client = await clientWhere(
    page,
    ({ specimens, medication, measures }) =>
      specimens.length > 0 && medication.supplies.length > 0 && measures.length > 1,
  );
  await page.goto(`/clients/${client.clientId}`);
  const names = page.getByRole('button', { name: /, as a table$/ });
  await expect(names.first()).toBeVisible();
  const lanes = await names.count();
  expect(lanes).toBeGreaterThan(5);
  for (let index = 0; index < lanes; index += 1) {
    await names.nth(index).focus();
    await page.keyboard.press('Enter');
    await expect(names.nth(index)).toHaveAttribute('aria-expanded', 'true');
  }
  await expect(page.locator('app-lane table')).toHaveCount(lanes);
  await expectAccessible(page);
});

test('shown to the client it has no reasons, criteria or comparisons', async ({ page }) => {
  const client = await clientWhere(page, ({ way, plan }) =>
    Boolean(way?.usualStay && plan.nextPhase),
  );
  await page.goto(`/clients/${client.clientId}`);
  await expect(lane(page, 'Way')).toContainText('usual stay');
  await page.getByRole('link', { name: 'Show to the client' }).click();
  await expect(lane(page, 'Way')).toContainText(/Week \d+/);
  await expect(page.getByRole('main')).not.toContainText(
    /usual stay|Why listed|criteria|Kept apart/,
  );
  await expectAccessible(page);
});

test('a supervisor: somebody who asked for help and was never admitted has a page', async ({
  page,
}) => {
  await signIn(page, 'supervisor');
  const { waiting } = (await (await page.request.get('/api/intake')).json()) as {
    waiting: { clientId: string }[];
  };
  await page.goto(`/clients/${waiting[0].clientId}`);
  await expect(page.getByText('Not admitted yet.')).toBeVisible();
  await expect(page.locator('app-before-admission')).toContainText('Asked for help');
  await expect(page.getByRole('main')).not.toContainText('a former client');
  await expectAccessible(page);
});

test('attendance by days: a shape and a word for each session, and what followed each miss', async ({
  page,
}) => {
  const client = await clientWhere(page, ({ sessions, way }) =>
    sessions.some(({ outreach, startsAt }) => outreach && startsAt > (way?.admittedOn ?? '')),
  );
  await page.goto(`/clients/${client.clientId}`);
  await page.getByRole('button', { name: 'Attendance calendar' }).click();
  const calendar = page.locator('app-attendance-calendar');
  await expect(calendar.getByRole('table', { name: /^Nov 2026/ })).toContainText('Attended, ');
  await expect(calendar.getByRole('table', { name: 'By weekday' })).toBeVisible();
  await expect(calendar.getByRole('table', { name: /^Misses/ })).toContainText(
    /no outreach|reached/,
  );
  await expectAccessible(page);
  await calendar.getByRole('button', { name: 'As a table' }).click();
  await expect(calendar.getByRole('table', { name: /^Sessions/ })).toBeVisible();
});

test('beside the usual course: on request alone, with its number, and never shown to the client', async ({
  page,
}) => {
  const client = await clientWhere(page, ({ way, weeks }) =>
    Boolean(way?.usualStay && weeks.length > 1),
  );
  await page.goto(`/clients/${client.clientId}`);
  await expect(lane(page, 'Way')).toBeVisible();
  await expect(page.locator('app-usual-course')).toHaveCount(0);
  await page.getByRole('button', { name: 'Compare with the usual course' }).click();
  const hours = page
    .locator('app-usual-course app-lane')
    .filter({ has: page.getByRole('button', { name: 'Hours, as a table' }) });
  await expect(hours).toContainText(/middle half .+, n \d\d|fewer than 11 clients/);
  await hours.getByRole('button', { name: 'Hours, as a table' }).click();
  await expect(hours.getByRole('table')).toContainText('Middle half');
  await expectAccessible(page);
  await page.goto(`/clients/${client.clientId}?view=shared`);
  await expect(lane(page, 'Way')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Compare with the usual course' })).toHaveCount(0);
});

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const) {
  test(`nothing runs out of the side at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const client = await clientWhere(page, ({ measures }) => measures.length > 2);
    await page.goto(`/clients/${client.clientId}`);
    await expect(lane(page, 'Way')).toBeVisible();
    const overflow = await page.evaluate(() => {
      const main = document.querySelector('main')!;
      return main.scrollWidth - main.clientWidth;
    });
    expect(overflow).toBe(0);
    await expectAccessible(page);
  });
}
