import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures/clinic.ts';
import { signIn } from './fixtures/sign-in.ts';

/** Each question from the person's start page, in two clicks at most. */
test('a counselor: which past sessions lack a recorded attendance?', async ({ page }) => {
  await signIn(page, 'counselor');
  await page.goto('/');
  await page.getByRole('link', { name: 'Attendance' }).click();
  await expect(page).toHaveURL(/attendance\/sessions/);
  await page.getByRole('button', { name: /Not recorded/ }).click();
  await expect(page).toHaveURL(/concern=not-recorded/);
  const rows = page.getByRole('grid', { name: 'Sessions' }).getByRole('row');
  await expect(rows.nth(1)).toContainText('not recorded');
});

test('a supervisor: who has consecutive absences, or was not seen for a week?', async ({
  page,
}) => {
  await signIn(page, 'supervisor');
  await page.goto('/');
  const table = page.getByRole('table', { name: /by counselor/ });
  await expect(table.getByRole('columnheader', { name: /Not seen/ })).toBeVisible();
  await table.getByRole('rowheader').first().getByRole('link').click();
  await expect(
    page
      .getByRole('grid', { name: 'Caseload' })
      .getByText(/in a row|Not seen/)
      .first(),
  ).toBeVisible();
});

test('a supervisor: which group is losing people?', async ({ page }) => {
  await signIn(page, 'supervisor');
  await page.goto('/');
  await page.getByRole('link', { name: 'Attendance' }).click();
  await page.getByRole('link', { name: 'Groups' }).click();
  const groups = page.getByRole('grid', { name: 'Groups' });
  await expect(groups.getByText(/Losing people|within limits/).first()).toBeVisible();
});

test('a director: is the attendance trend a real change, or noise?', async ({ page }) => {
  await signIn(page, 'director');
  await page.goto('/');
  await page.getByRole('link', { name: 'Attendance' }).click();
  await expect(page.getByRole('heading', { name: 'What the rules found' })).toBeVisible();
  await expect(page.getByText(/limits/).first()).toBeVisible();
});

test('a figure leads to its rows, and a row to the record it came from', async ({ page }) => {
  await signIn(page, 'director');
  await page.goto('/attendance/trend');
  await page
    .getByRole('link', { name: /rows behind|\d[\d,]*\/\d/i })
    .first()
    .click();
  await expect(page).toHaveURL(/\/attendance\/cases/);
  await page
    .getByRole('link', { name: /^Record of/ })
    .first()
    .click();
  await expect(page.getByRole('dialog', { name: 'Source record' })).toContainText('resourceType');
});

test('a director: how many hours were prescribed, delivered, lost by clients and by us?', async ({
  page,
}) => {
  await signIn(page, 'director');
  await page.goto('/');
  await page.getByRole('link', { name: 'Attendance' }).click();
  await page.getByRole('link', { name: 'Dose' }).click();
  for (const part of [/prescribed/i, /recorded/i, /lost by clients/i, /lost by us/i])
    await expect(page.getByText(part).first()).toBeVisible();
});

const SHOWN: [name: string, path: string, loaded: RegExp, file: string][] = [
  ['sessions', '/attendance/sessions', /^Sessions · [\d,]+ in this period/, 'sessions.csv'],
  [
    'rows behind a figure',
    '/attendance/cases?counts=numerator',
    /Attended, late or left early included/,
    'attendance-sessions-rows.csv',
  ],
  ['groups', '/attendance/groups', /By site, program and name\./, 'groups.csv'],
  ['dose', '/attendance/dose', /h recorded, [^]*h lost by clients/, 'dose.csv'],
];
for (const [name, path, loaded, file] of SHOWN) {
  test(`${name} leave as a file that says who took it, with the notice`, async ({ page }) => {
    await signIn(page, 'supervisor');
    await page.goto(path);
    await expect(page.getByText(loaded).first()).toBeVisible();
    // It comes by a call of its own, and what stands below it moves: a press under way is lost.
    await expect(page.getByRole('region', { name: 'Safety tasks' })).toBeVisible();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: /CSV/ }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe(file);
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toContain('42 CFR part 2 prohibits unauthorized use or disclosure');
    expect(text).toMatch(/# Exported by .+, 2026-11-18T/);
  });
}

test('a program is chosen from a list, and the sessions are its own', async ({ page }) => {
  await signIn(page, 'director');
  await page.goto('/attendance/sessions');
  const rows = page.getByRole('grid', { name: 'Sessions' }).getByRole('row');
  await expect(rows.nth(1)).toBeVisible();
  const heading = page.getByText(/Sessions · [\d,]+ in this period/);
  const all = await heading.innerText();
  await page.getByLabel(/^Program/).selectOption({ index: 1 });
  await expect(page).toHaveURL(/program=[0-9a-f-]{36}/);
  await expect(heading).not.toHaveText(all);
});

test('what a colleague sets reaches the open page, and takes nothing half written', async ({
  browser,
  page,
  clinic,
}) => {
  await signIn(page, 'supervisor');
  await page.goto('/attendance/groups');
  await page.getByRole('grid', { name: 'Groups' }).getByRole('link').first().click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: /capacity/ }).click();
  await panel.getByLabel('Places').fill('14');

  const colleague = await browser.newContext({ baseURL: clinic.url });
  const theirs = await colleague.newPage();
  await signIn(theirs, 'director');
  const group = new URL(page.url()).searchParams.get('group');
  const set = await theirs.request.put(`/api/attendance/groups/${group}/capacity`, {
    data: { capacity: 9, since: '2026-11-16' },
  });
  expect(set.status()).toBe(204);
  await colleague.close();

  await expect(panel.getByText('capacity 9')).toBeVisible();
  await expect(panel.getByText('Meanwhile it was set to 9.')).toBeVisible();
  await expect(panel.getByLabel('Places')).toHaveValue('14');
});

test('a page waits for a slow server, says when it is gone, and comes back', async ({ page }) => {
  await signIn(page, 'supervisor');
  let answer = () => undefined as void;
  const asked = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/api/attendance/groups', async (route) => {
    await asked;
    await route.abort();
  });
  await page.goto('/attendance/groups');
  await expect(page.locator('[aria-busy="true"]')).toBeVisible();
  answer();
  await expect(page.getByText(/The groups could not be loaded/)).toBeVisible();
  await page.unroute('**/api/attendance/groups');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('grid', { name: 'Groups' })).toBeVisible();
});

test('on paper no bar stands over the list, and nothing runs out of the side', async ({ page }) => {
  await signIn(page, 'supervisor');
  await page.goto('/attendance/sessions');
  await expect(page.getByRole('grid', { name: 'Sessions' })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Export' })).toBeHidden();
  await expect(
    page.getByText(/^Printed by .+, Clinical supervisor, Wed 18 Nov 2026/),
  ).toBeVisible();
  // Letter and A4, less a margin of 15 mm on either side.
  for (const width of [702, 680]) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${width} px`).toBeLessThanOrEqual(0);
  }
});
