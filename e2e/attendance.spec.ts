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
