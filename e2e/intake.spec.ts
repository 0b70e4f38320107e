import { expect, test } from './fixtures/clinic.ts';
import { signIn } from './fixtures/sign-in.ts';

test('who asked for help and waits: one click from the start, and from there to the request as it came', async ({
  page,
}) => {
  await signIn(page, 'supervisor');
  await page.goto('/');
  await page.getByRole('link', { name: 'Intake' }).first().click();
  await expect(page.getByRole('heading', { name: /people wait|person waits/ })).toBeVisible({
    // Requests are of the history, which is read behind what is current.
    timeout: 120_000,
  });
  await page
    .getByRole('link', { name: /^Request of / })
    .first()
    .click();
  const record = page.getByRole('dialog', { name: 'Source record' });
  await expect(record).toContainText('ServiceRequest');
});

test('for a counselor there is no intake list', async ({ page }) => {
  await signIn(page, 'counselor');
  await page.goto('/intake');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Not found');
});
