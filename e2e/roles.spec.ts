import type { Caseload } from '../domain/caseload/caseload.contract.ts';
import { expect, test } from './fixtures/clinic.ts';
import { signIn } from './fixtures/sign-in.ts';

test('a supervisor starts on counts by counselor, in the order of the alphabet, and opens one caseload', async ({
  page,
}) => {
  await signIn(page, 'supervisor');
  await page.goto('/');
  const table = page.getByRole('table', { name: /by counselor/ });
  const counselor = table.getByRole('rowheader').first();
  await expect(counselor).toBeVisible();
  await counselor.getByRole('link').click();
  await expect(
    page.getByRole('grid', { name: 'Caseload' }).getByRole('link').first(),
  ).toBeVisible();
});

test('a director sees counts; the names are a step of their own that says it is recorded', async ({
  page,
}) => {
  await signIn(page, 'director');
  await page.goto('/');
  const table = page.getByRole('table', { name: /by program/ });
  await expect(table).toBeVisible();
  await table.getByRole('button').first().click();
  const step = page.getByRole('dialog', { name: 'Show names' });
  await expect(step).toContainText('recorded in the access log');
  await step.getByRole('button', { name: 'Show names' }).click();
  await expect(
    page.getByRole('grid', { name: 'Caseload' }).getByRole('link').first(),
  ).toBeVisible();
});

test('an administrator sees the connection and what came of it, and no client', async ({
  page,
}) => {
  await signIn(page, 'admin');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Data');
  await expect(page.getByText('Appointment', { exact: true }).first()).toBeVisible();
  await page.goto('/caseload');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Not found');
  await expect(page.getByRole('grid', { name: 'Caseload' })).toHaveCount(0);
});

test('a client outside one’s reach and one that does not exist look the same', async ({ page }) => {
  await signIn(page, 'director');
  const { lines } = (await (await page.request.get('/api/caseload')).json()) as Caseload;
  await signIn(page, 'counselor');
  const own = (await (await page.request.get('/api/caseload')).json()) as Caseload;
  const mine = new Set(own.lines.map(({ clientId }) => clientId));
  const foreign = lines.find(({ clientId }) => !mine.has(clientId))?.clientId;
  for (const id of [foreign, '00000000-0000-4000-8000-000000000000']) {
    await page.goto(`/clients/${id}`);
    await expect(
      page.getByText('You do not have access to this record, or it does not exist.'),
    ).toBeVisible();
  }
});
