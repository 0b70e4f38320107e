import { expect, test } from './fixtures/clinic.ts';
import { expectAccessible } from './fixtures/expect-accessible.ts';
import { signIn } from './fixtures/sign-in.ts';

test('from the sign-in page to a filled caseload, and from a line to the record behind it', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: /Counselor/ }).click();
  const grid = page.getByRole('grid', { name: 'Caseload' });
  await expect(grid.getByRole('heading', { name: 'Act today' })).toBeVisible();
  const firstClient = grid.getByRole('link').first();
  const name = await firstClient.innerText();

  await firstClient.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  await expect(page).toHaveURL(/\/clients\/[0-9a-f-]{36}/);
  await page.getByRole('button', { name: 'Sessions, as a table' }).click();
  await page
    .getByRole('link', { name: /^Record of/ })
    .first()
    .click();
  const record = page.getByRole('dialog', { name: 'Source record' });
  await expect(record).toContainText('Appointment');
  await expect(record).toContainText('"resourceType"');

  await page.keyboard.press('Escape');
  await expect(record).toBeHidden();
});

test('a reason opens its rule, value, threshold and record', async ({ page }) => {
  await signIn(page, 'counselor');
  await page.goto('/caseload');
  await page
    .getByRole('grid')
    .getByRole('button', { name: /in a row|Not seen/ })
    .first()
    .click();
  const reasons = page.getByRole('dialog', { name: 'Why listed here' });
  await expect(reasons).toContainText(/Rule: .+ (listed from|reliable from|asks for|Listed)/i);
  await expect(reasons.getByRole('link', { name: /^Record/ }).first()).toBeVisible();
});

test('the list is narrowed by what is typed, which never enters the address', async ({ page }) => {
  await signIn(page, 'counselor');
  await page.goto('/caseload');
  const names = page.getByRole('grid').getByRole('link');
  const name = await names.first().innerText();
  const box = page.getByRole('searchbox', { name: /^Narrow the list/ });
  await box.fill(name.split(',')[0] ?? '');
  await expect(names.first()).toHaveText(name);
  await expect(page).not.toHaveURL(new RegExp(name.split(',')[0] ?? '', 'i'));
  await box.fill('nobody is called this');
  await expect(page.getByText('No client matches.')).toBeVisible();
  await page.getByRole('button', { name: /Clear the filters/ }).click();
  await expect(names.first()).toBeVisible();
});

test('any client in reach is found from any page, by keys alone', async ({ page }) => {
  await signIn(page, 'counselor');
  await page.goto('/caseload');
  const name = await page.getByRole('grid').getByRole('link').first().innerText();
  const [family = '', given = ''] = name.split(', ');
  await page.goto('/attendance/groups');
  await expect(page.getByRole('heading', { level: 1, name: 'Attendance' })).toBeVisible();
  await page.keyboard.press('/');
  const box = page.getByRole('combobox', { name: /record number/ });
  await expect(box).toBeFocused();
  await page.keyboard.type(`${given.slice(0, 2)} ${family.slice(0, 3)}`);
  const found = page.getByRole('option', { name });
  await expect(found).toBeVisible();
  await expectAccessible(page);
  while ((await found.getAttribute('aria-selected')) !== 'true')
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  await expect(page).toHaveURL(/\/clients\/[0-9a-f-]{36}$/);
});

test('the table is walked by keyboard alone', async ({ page }) => {
  await signIn(page, 'counselor');
  await page.goto('/caseload');
  const cells = page.getByRole('gridcell');
  await cells.nth(1).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/clients\//);
});

test('initials only hides every name, in the title too', async ({ page }) => {
  await signIn(page, 'counselor');
  await page.goto('/caseload');
  const first = page.getByRole('grid').getByRole('link').first();
  await expect(first).toContainText(',');
  const [family = ''] = (await first.innerText()).split(',');
  await first.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(family);
  await page.keyboard.press('i');
  await expect(page.getByText('Initials only')).toBeVisible();
  await expect(page.locator('body')).not.toContainText(family);
  expect(await page.title()).not.toContain(family);
});

test('nothing of a client is kept in the browser', async ({ page, context }) => {
  await signIn(page, 'counselor');
  await page.goto('/caseload');
  const name = await page.getByRole('grid').getByRole('link').first().innerText();
  const [family = ''] = name.split(',');
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
  );
  expect(kept + JSON.stringify(await context.cookies())).not.toContain(family);
});

test('signing out ends it: the next page asks who is there', async ({ page }) => {
  await signIn(page, 'counselor');
  await page.goto('/caseload');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.goto('/caseload');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});
