import { expect, test } from './fixtures/clinic.ts';
import { signIn } from './fixtures/sign-in.ts';

test('a caseload that cannot be loaded says so and loads when asked again', async ({ page }) => {
  await signIn(page, 'counselor');
  await page.route('**/api/caseload*', (route) => route.abort(), { times: 1 });
  await page.goto('/caseload');
  await expect(page.getByRole('alert')).toContainText(/could not be loaded/);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('grid', { name: 'Caseload' })).toBeVisible();
});

test('an address that is no page says so, with a way back', async ({ page }) => {
  await signIn(page, 'counselor');
  await page.goto('/nowhere');
  await expect(page.getByRole('heading', { name: /not found/i })).toBeVisible();
});

test('a past moment can be shown, and is kept in the address', async ({ page }) => {
  await signIn(page, 'counselor');
  await page.goto('/caseload?asOf=2026-11-13T15:00:00.000Z');
  await expect(
    page.getByRole('grid', { name: 'Caseload' }).getByRole('link').first(),
  ).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('13 Nov');
});
