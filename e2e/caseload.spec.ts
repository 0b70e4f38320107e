import type { Page } from '@playwright/test';
import type { Appointment } from 'fhir/r4';
import type { SessionRoster } from '../domain/attendance/session-list.contract.ts';
import type { CaseloadBrief, TodaySession } from '../domain/caseload/brief.contract.ts';
import type { Caseload } from '../domain/caseload/caseload.contract.ts';
import type { SourceRecord } from '../domain/client-progress/client-progress.contract.ts';
import { type Clinic, expect, test } from './fixtures/clinic.ts';
import { expectAccessible } from './fixtures/expect-accessible.ts';
import { signIn } from './fixtures/sign-in.ts';

const get = async <T>(page: Page, path: string) =>
  (await (await page.request.get(path)).json()) as T;
const briefOf = (page: Page) => page.getByRole('region', { name: 'Brief' });
const names = (page: Page) => page.getByRole('grid', { name: 'Caseload' }).getByRole('link');

test('what is new since the last working day; a line of it narrows the list, by its address', async ({
  page,
}) => {
  await signIn(page, 'counselor');
  await page.goto('/caseload');
  const brief = briefOf(page);
  await expect(brief.getByRole('heading', { name: 'Since Tue 17 Nov, 5:00 pm' })).toBeVisible();
  const { news } = await get<CaseloadBrief>(page, '/api/caseload/brief');
  const [line] = news;
  expect(line).toBeDefined();
  const clients = new Set(line?.clients.map(({ clientId }) => clientId)).size;

  await brief.locator('[aria-pressed]').first().click();
  await expect(names(page)).toHaveCount(clients);
  await expect(page).toHaveURL(new RegExp(`news=${line?.kind}`));
  await page.reload();
  await expect(names(page)).toHaveCount(clients);
  await page.getByRole('button', { name: /^New: / }).click();
  await expect(page).not.toHaveURL(/news=/);
});

test('any moment can be chosen, and stays in the address', async ({ page }) => {
  await signIn(page, 'counselor');
  await page.goto('/caseload');
  await briefOf(page)
    .getByRole('button', { name: /Change/ })
    .click();
  await page.getByLabel('Show what is new since').fill('2026-11-13T08:00');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(
    briefOf(page).getByRole('heading', { name: /Since Fri 13 Nov, 8:00 am/ }),
  ).toBeVisible();
  await expect(page).toHaveURL(/since=2026-11-13T13/);
});

test('who is short this week, by how much, and where there is room: one click from the start', async ({
  page,
}) => {
  await signIn(page, 'counselor');
  await page.goto('/caseload');
  await expect(briefOf(page)).toContainText(/delivered[^]*=\s+[\d.]+\s+of\s+[\d.]+\s+h/);
  await briefOf(page).getByRole('button', { name: /^−/ }).first().click();
  const week = page.getByRole('dialog', { name: 'Hours of the week' });
  await expect(week).toContainText('Recorded so far');
  await expect(week).toContainText('Payer days');
  await expect(week).toContainText('Room to make up');
  await expectAccessible(page);
});

test('a session of today opens its roster', async ({ page }) => {
  await signIn(page, 'counselor');
  await page.goto('/caseload');
  await briefOf(page).getByRole('link', { name: /am|pm/ }).first().click();
  await expect(page).toHaveURL(/attendance\/sessions\?session=/);
});

test('a client who arrives shows by themselves', async ({ page, clinic }) => {
  await signIn(page, 'counselor');
  const { today } = await get<CaseloadBrief>(page, '/api/caseload/brief');
  // One whose record is theirs: of who comes to them today alone they see the name.
  const { lines } = await get<Caseload>(page, '/api/caseload');
  const own = new Set(lines.map(({ familyName, givenName }) => `${familyName}, ${givenName}`));
  const visit = today?.find(
    ({ client, arrived }) =>
      client && arrived === 0 && own.has(`${client.familyName}, ${client.givenName}`),
  ) as TodaySession;
  await page.goto('/caseload');
  const line = briefOf(page).locator(`a[href*="${visit.sessionId}"]`);
  await expect(line).toContainText(/booked|not here yet/);
  await arrive(page, clinic, visit);
  await expect(line).toContainText('arrived');
});

/** Plays the front desk at the scheduling system: the client is here. */
async function arrive(page: Page, { fhirUrl }: Clinic, { sessionId }: TodaySession): Promise<void> {
  const { members } = await get<SessionRoster>(page, `/api/attendance/sessions/${sessionId}`);
  const record = await get<SourceRecord>(page, `/api/source-records/${members[0]?.recordId}`);
  const appointment = JSON.parse(record.revisions[0]?.body ?? '') as Appointment;
  const answer = await fetch(`${fhirUrl}/Appointment/${appointment.id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify({ ...appointment, status: 'arrived' }),
  });
  expect(answer.status).toBe(200);
}

test('behind a miss: recorded facts with their days, and what is not recorded', async ({
  page,
}) => {
  await signIn(page, 'counselor');
  await page.goto('/caseload');
  await page
    .getByRole('grid')
    .getByRole('button', { name: /in a row|Not seen|No-show|Late cancel/ })
    .first()
    .click();
  const reasons = page.getByRole('dialog', { name: 'Why listed here' });
  for (const fact of ['Substances', 'Medication', 'Last overdose', 'Last release', 'Naloxone'])
    await expect(reasons.getByText(fact, { exact: true })).toBeVisible();
  await expectAccessible(page);
});

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const) {
  test(`a row of who missed says them in full at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await signIn(page, 'counselor');
    await page.goto('/caseload');
    const rows = page.locator('app-caseload-row.missed:not([hidden])');
    for (const fact of ['Substances', 'Medication', 'Overdose', 'Release', 'Naloxone'])
      await expect(rows.first()).toContainText(fact);
    const cutOff = await rows
      .locator('.facts')
      .evaluateAll(
        (all) =>
          all.filter(
            ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
              scrollWidth > clientWidth || scrollHeight > clientHeight,
          ).length,
      );
    expect(cutOff).toBe(0);
  });
}

test('a brief that cannot be loaded says so, and the list stands', async ({ page }) => {
  await signIn(page, 'counselor');
  await page.route('**/api/caseload/brief*', (route) => route.abort(), { times: 1 });
  await page.goto('/caseload');
  const failed = page.getByRole('alert').filter({ hasText: 'The brief could not be loaded.' });
  await expect(failed).toBeVisible();
  await expect(names(page).first()).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(briefOf(page)).toContainText('Hours this week');
});

test('a supervisor sees how many are for today, and a counselor’s brief without their day', async ({
  page,
}) => {
  await signIn(page, 'supervisor');
  await page.goto('/');
  const table = page.getByRole('table', { name: /by counselor/ });
  for (const head of ['Act today', 'Safety tasks', 'Clients not recorded'])
    await expect(table.getByRole('columnheader', { name: head })).toBeVisible();
  await table.getByRole('rowheader').first().getByRole('link').click();
  await expect(briefOf(page)).toContainText('Hours this week');
  await expect(briefOf(page)).not.toContainText('Today');
});

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const) {
  test(`the brief stands above the list at ${width} × ${height}, within the page`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await signIn(page, 'counselor');
    await page.goto('/caseload');
    await expect(briefOf(page)).toContainText('Hours this week');
    await expect(names(page).first()).toBeVisible();
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond).toBe(0);
    await expectAccessible(page);
  });
}
