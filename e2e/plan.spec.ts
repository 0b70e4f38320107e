import type { Page } from '@playwright/test';
import type { Aftercare, AftercareCard } from '../domain/aftercare/aftercare.contract.ts';
import type { AftercarePlan } from '../domain/aftercare/plan-content.contract.ts';
import type { CourtReportsDue } from '../domain/disclosures/court-reports-due.contract.ts';
import { expect, test } from './fixtures/clinic.ts';
import { expectAccessible } from './fixtures/expect-accessible.ts';
import { signIn } from './fixtures/sign-in.ts';

test.beforeEach(({ page }) => signIn(page, 'supervisor'));

const get = async <T>(page: Page, path: string) =>
  (await (await page.request.get(path)).json()) as T;
const contentsOf = async (page: Page, clientId: string) =>
  (await get<AftercarePlan>(page, `/api/clients/${clientId}/aftercare-plan`)).plan?.contents ?? [];

/** Somebody in care of whose plan nothing has been written of this. */
async function cardWithout(page: Page, content: string): Promise<AftercareCard> {
  const { cards } = await get<Aftercare>(page, '/api/aftercare');
  for (const card of cards.filter(({ endedOn }) => endedOn === null)) {
    const contents = await contentsOf(page, card.clientId);
    if (contents.some(({ id, status }) => id === content && status === 'not-started')) return card;
  }
  throw new Error(`Every plan has ${content}.`);
}

const planOn = (page: Page) => page.locator('app-aftercare-plan');
const rowOf = (page: Page, name: string) =>
  planOn(page).getByRole('listitem').filter({ hasText: name });

test('a content of the plan is written on the client’s page, stands on the board, and is taken back', async ({
  page,
}) => {
  const { clientId, episodeId } = await cardWithout(page, 'transport');
  await page.goto(`/clients/${clientId}`);
  await rowOf(page, 'Transport').getByRole('button', { name: 'Write down: Transport' }).click();
  const form = page.getByRole('form', { name: 'Write down: Transport' });
  await expect(form.getByLabel('Status')).toBeFocused();
  await expectAccessible(page);
  await form.getByLabel('Status').selectOption('in-progress');
  await form.getByLabel('Day it was arranged, or is to be').fill('');
  await form.getByRole('button', { name: 'Write it down' }).click();
  await expect(form.getByRole('alert')).toHaveText('Choose a day.');
  await form.getByLabel('Day it was arranged, or is to be').fill('2026-11-20');
  await form.getByLabel('Who sees to it').fill('Front desk');
  await form.getByLabel('Note').fill('Bus passes');
  await form.getByRole('button', { name: 'Write it down' }).click();
  await expect(planOn(page).getByRole('status')).toHaveText('Written down in the plan.');
  await expect(planOn(page).getByRole('status')).toBeFocused();
  await expect(rowOf(page, 'Transport')).toContainText(/in progress.*Front desk.*Bus passes/i);
  await expectAccessible(page);
  await page.goto(`/aftercare?open=${episodeId}`);
  await expect(rowOf(page, 'Transport')).toContainText('Bus passes');
  await rowOf(page, 'Transport').getByRole('button', { name: 'Withdraw: Transport' }).click();
  await expect(planOn(page)).toContainText('Withdrawn. It stays in the history.');
  await expect(rowOf(page, 'Transport')).not.toContainText('Bus passes');
  await expectAccessible(page);
});

test('declined is an answer: nothing is missing of it', async ({ page }) => {
  const { clientId } = await cardWithout(page, 'housing');
  await page.goto(`/clients/${clientId}`);
  const row = rowOf(page, 'Recovery housing');
  await row.getByRole('button', { name: /^Write down/ }).click();
  await row.getByLabel('Status').selectOption('declined');
  await row.getByRole('button', { name: 'Write it down' }).click();
  await expect(row).toContainText(/declined/i);
  await planOn(page).getByRole('button', { name: 'Undo' }).click();
  await expect(row).toContainText(/not started/i);
});

test('what the server did not take is said, stays in the form, and is kept once when it is sent again', async ({
  page,
}) => {
  const { clientId } = await cardWithout(page, 'family');
  await page.goto(`/clients/${clientId}`);
  const row = rowOf(page, 'Family');
  await row.getByRole('button', { name: /^Write down/ }).click();
  await row.getByLabel('Note').fill('Sister, Sundays');
  await page.route('**/entries', (route) => route.abort(), { times: 1 });
  await row.getByRole('button', { name: 'Write it down' }).click();
  await expect(planOn(page).getByRole('alert').first()).toContainText('It was not written down.');
  await expect(row.getByLabel('Note')).toHaveValue('Sister, Sundays');
  await expectAccessible(page);
  await row.getByRole('button', { name: 'Write it down' }).click();
  await expect(row).toContainText('Sister, Sundays');
  await planOn(page).getByRole('button', { name: 'Undo' }).click();
  await expect(row).toContainText(/not started/i);
});

test('of two people who write of one content at once the second is told, and loses nothing', async ({
  page,
  browser,
  clinic,
}) => {
  const { clientId } = await cardWithout(page, 'legal');
  const other = await (await browser.newContext({ baseURL: clinic.url })).newPage();
  await signIn(other, 'supervisor');
  for (const [reader, note] of [
    [page, 'Hearing on Friday'],
    [other, 'Lawyer was called'],
  ] as const) {
    await reader.goto(`/clients/${clientId}`);
    await rowOf(reader, 'Legal matters')
      .getByRole('button', { name: /^Write down/ })
      .click();
    await rowOf(reader, 'Legal matters').getByLabel('Note').fill(note);
  }
  // Of what the first writes the second hears nothing before they send.
  await other.route('**/aftercare-plan*', (route) => route.abort());
  const send = (reader: Page) =>
    rowOf(reader, 'Legal matters').getByRole('button', { name: 'Write it down' }).click();
  await send(page);
  await expect(rowOf(page, 'Legal matters')).toContainText('Hearing on Friday');
  await send(other);
  await expect(planOn(other).getByRole('alert').first()).toContainText('It was not written down.');
  await expect(rowOf(other, 'Legal matters').getByLabel('Note')).toHaveValue('Lawyer was called');
  await rowOf(page, 'Legal matters')
    .getByRole('button', { name: /^Withdraw/ })
    .click();
  await expect(rowOf(page, 'Legal matters')).toContainText(/not started/i);
});

test('a plan that could not be read says so, and is read when asked again', async ({ page }) => {
  const { clientId } = await cardWithout(page, 'employment');
  await page.route('**/aftercare-plan*', (route) => route.abort(), { times: 1 });
  await page.goto(`/clients/${clientId}`);
  await expect(planOn(page).getByRole('alert')).toContainText(
    'The aftercare plan could not be loaded.',
  );
  await expectAccessible(page);
  await planOn(page).getByRole('button', { name: 'Try again' }).click();
  await expect(rowOf(page, 'Employment')).toBeVisible();
});

test('reports due: failed, none, and by the day with the consent that each goes under', async ({
  page,
}) => {
  await page.route('**/api/court-reports*', (route) => route.abort(), { times: 1 });
  await page.goto('/aftercare?view=reports');
  await expect(page.getByRole('alert')).toContainText('The list of reports could not be loaded.');
  await page.getByRole('button', { name: 'Try again' }).click();
  const { lines } = await get<CourtReportsDue>(page, '/api/court-reports');
  if (lines.length === 0) await expect(page.getByText('No report is asked for.')).toBeVisible();
  await expectAccessible(page);
  const { clientId, familyName } = await cardWithout(page, 'naloxone');
  await page.goto(`/clients/${clientId}`);
  const duties = page.locator('app-court-report-list');
  await duties.getByRole('button', { name: 'Add a report' }).click();
  await duties.getByLabel('Court or office, as the consent names it').fill('Dover Drug Court');
  await duties.getByLabel('Next one due on').fill('2026-11-19');
  const written = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await duties.getByRole('button', { name: 'Add report' }).click();
  expect((await written).ok()).toBe(true);
  await page.goto('/aftercare?view=reports');
  const row = page.getByRole('row').filter({ hasText: 'Dover Drug Court' });
  await expect(row).toContainText(familyName);
  await expect(row.getByRole('link', { name: /^Write ?: report to Dover/ })).toBeVisible();
  await expectAccessible(page);
});
