import type { Page } from '@playwright/test';
import type { CarePlan, FhirResource } from 'fhir/r4';
import type { Aftercare, AftercareCard } from '../domain/aftercare/aftercare.contract.ts';
import type { SourceRecord } from '../domain/client-progress/client-progress.contract.ts';
import { type Clinic, expect, test } from './fixtures/clinic.ts';
import { expectAccessible } from './fixtures/expect-accessible.ts';
import { signIn } from './fixtures/sign-in.ts';

/** Referrals are of the history, which is read behind what is current; on a busy machine that takes long. */
test.beforeEach(async ({ page }) => {
  test.setTimeout(300_000);
  await signIn(page, 'supervisor');
});

const column = (page: Page, name: string) =>
  page.getByRole('region', { name: new RegExp(`^${name}`) });
const cardIn = (page: Page, name: string, card: AftercareCard) =>
  column(page, name).locator(`#card-${card.episodeId}`);

/** Somebody in care for whom nothing is arranged, with a plan at the source. */
async function somebodyInPlanning(page: Page, which: number): Promise<AftercareCard> {
  const planned = async () => {
    const { cards } = (await (await page.request.get('/api/aftercare')).json()) as Aftercare;
    return cards.filter(
      ({ stage, endedOn, milestones }) =>
        stage === 'planning' &&
        endedOn === null &&
        milestones.some(({ id, recordId }) => id === 'discharge-date-set' && recordId !== null),
    );
  };
  await expect
    .poll(async () => (await planned()).length, { timeout: 200_000 })
    .toBeGreaterThan(which);
  return (await planned())[which] as AftercareCard;
}

test('which coming discharges have no appointment, and which first ones were missed: one click, and one to them', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Aftercare' }).first().click();
  const finding = page.getByRole('heading', { level: 2, name: /first appointment/ });
  await expect(finding).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Leaving without a date/ }).click();
  await expect(page).toHaveURL(/show=unbooked/);
  const { cards } = (await (
    await page.request.get('/api/aftercare?show=unbooked')
  ).json()) as Aftercare;
  if (cards.length === 0) await expect(page.getByText('Nobody is among them.')).toBeVisible();
  for (const { episodeId } of cards.slice(0, 3))
    await expect(page.locator(`#card-${episodeId}`)).toBeVisible();
  await page.getByRole('link', { name: 'List', exact: true }).click();
  await expectAccessible(page);
});

test('a referral, its acceptance, a date and the visit at the source move the card on an open screen', async ({
  page,
  clinic,
}) => {
  const card = await somebodyInPlanning(page, 0);
  const say = await frontDesk(page, clinic, card);
  await page.goto(`/aftercare?counselor=${card.counselor?.id ?? ''}`);
  let loads = 0;
  page.on('load', () => loads++);
  await expect(column(page, 'Planning')).toBeVisible();
  await say.referral();
  await expect(cardIn(page, 'Referred', card)).toBeVisible({ timeout: 30_000 });
  await say.acceptance();
  await expect(cardIn(page, 'Accepted', card)).toBeVisible({ timeout: 30_000 });
  await say.appointment('booked', '2026-11-30');
  await expect(cardIn(page, 'Booked', card)).toBeVisible({ timeout: 30_000 });
  await say.appointment('fulfilled', '2026-11-17');
  await expect(cardIn(page, 'First kept', card)).toBeVisible({ timeout: 30_000 });
  expect(loads).toBe(0);
});

test('what a milestone would change is said before it is written down, and can be undone', async ({
  page,
}) => {
  const card = await somebodyInPlanning(page, 1);
  await page.goto(`/aftercare?open=${card.episodeId}`);
  const panel = page.getByRole('dialog', { name: new RegExp(`^${card.familyName}`) });
  await panel.getByRole('button', { name: 'Write down: Accepted' }).click();
  await expect(panel).toContainText('The card moves from Planning to Accepted.');
  await panel.getByRole('button', { name: 'Write it down' }).click();
  await expect(panel.getByRole('alert').filter({ hasText: 'Say who told you.' })).toBeVisible();
  await panel.getByLabel('Who told you').fill('Kim at intake');
  await panel.getByLabel(/^Destination/).fill('Cedar House');
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Write it down' }).click();
  await expect(panel).toContainText('Written down. The card stands in Accepted.');
  await expect(panel).toContainText('told by Kim at intake');
  await expect(panel).toContainText('To Cedar House');
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(panel).toContainText('Withdrawn. It stays in the history.');
  await expect(panel).toContainText('a destination not chosen yet');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
});

/** Plays the front desk at the scheduling system: a client is referred on, and goes there. */
async function frontDesk(page: Page, { fhirUrl }: Clinic, card: AftercareCard) {
  const { recordId } = card.milestones.find(({ id }) => id === 'discharge-date-set') ?? {};
  const record = (await (
    await page.request.get(`/api/source-records/${recordId}`)
  ).json()) as SourceRecord;
  const { subject } = JSON.parse(record.revisions[0]?.body ?? '') as CarePlan;
  const request = { reference: 'ServiceRequest/e2e-onward' };
  const put = async (resource: FhirResource) => {
    const answer = await fetch(`${fhirUrl}/${resource.resourceType}/${resource.id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/fhir+json' },
      body: JSON.stringify(resource),
    });
    expect(answer.ok, `${resource.resourceType} at the source`).toBe(true);
  };
  const task = (status: 'requested' | 'accepted', step: string) =>
    put({
      resourceType: 'Task',
      id: 'e2e-onward',
      status,
      intent: 'order',
      businessStatus: { text: step },
      focus: request,
      for: subject,
      executionPeriod: { start: '2026-11-18T13:00:00Z' },
      owner: { display: 'Riverbend Counseling' },
    });
  return {
    referral: async () => {
      await put({
        resourceType: 'ServiceRequest',
        id: 'e2e-onward',
        status: 'active',
        intent: 'order',
        subject,
        authoredOn: '2026-11-18T13:00:00Z',
        performer: [{ display: 'Riverbend Counseling' }],
      });
      await task('requested', 'sent');
    },
    acceptance: () => task('accepted', 'accepted'),
    appointment: (status: 'booked' | 'fulfilled', day: string) =>
      put({
        resourceType: 'Appointment',
        id: 'e2e-onward',
        status,
        start: `${day}T15:00:00Z`,
        end: `${day}T16:00:00Z`,
        minutesDuration: 60,
        basedOn: [request],
        participant: [{ actor: subject, status: 'accepted' }],
      }),
  };
}
