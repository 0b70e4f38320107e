import type { Page } from '@playwright/test';
import type { Appointment, ServiceRequest, Task } from 'fhir/r4';
import type { Aftercare, AftercareCard } from '../domain/aftercare/aftercare.contract.ts';
import type { MilestoneId } from '../domain/aftercare/milestone.ts';
import type {
  ClientProgress,
  SourceRecord,
} from '../domain/client-progress/client-progress.contract.ts';
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

/** The first card of a kind, once it has been read. */
async function first(page: Page, isOne: (card: AftercareCard) => boolean): Promise<AftercareCard> {
  const found = async () => {
    const { cards } = (await (await page.request.get('/api/aftercare')).json()) as Aftercare;
    return cards.find(isOne);
  };
  await expect.poll(async () => (await found()) !== undefined, { timeout: 200_000 }).toBe(true);
  return (await found()) as AftercareCard;
}

const isPlanned = ({ stage, endedOn, destination }: AftercareCard): boolean =>
  stage === 'planning' && endedOn === null && destination === null;
const hasReferralWithoutDate = ({ stage, missedOn }: AftercareCard): boolean =>
  stage === 'accepted' && missedOn === null;

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
  await signIn(page, 'director');
  const card = await first(page, hasReferralWithoutDate);
  const say = await frontDesk(page, clinic, card);
  await say.referral('revoked');
  await page.goto(`/aftercare?counselor=${card.counselor?.id ?? ''}`);
  let loads = 0;
  page.on('load', () => loads++);
  const standsIn = (name: string) =>
    expect(cardIn(page, name, card)).toBeVisible({ timeout: 30_000 });
  const unfold = column(page, 'Planning').getByRole('button', { name: /more, .* late/ });
  await expect(column(page, 'Planning')).toBeVisible();
  if (await unfold.isVisible()) await unfold.click();
  await standsIn('Planning');
  await say.referral('active');
  await say.answer('requested', 'sent');
  await standsIn('Referred');
  await say.answer('accepted', 'accepted');
  await standsIn('Accepted');
  await say.appointment('booked', '2026-11-30');
  await standsIn('Booked');
  await say.appointment('fulfilled', '2026-11-17');
  await standsIn('First kept');
  expect(loads).toBe(0);
});

test('what a milestone would change is said before it is written down, and can be undone', async ({
  page,
}) => {
  const card = await first(page, isPlanned);
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

/** Plays the front desk at the scheduling system, with what it has of a client and their referral. */
async function frontDesk(page: Page, { fhirUrl }: Clinic, card: AftercareCard) {
  const get = async <T>(path: string) => (await (await page.request.get(path)).json()) as T;
  const received = async <T>(recordId: string | null | undefined): Promise<T> => {
    const { revisions } = await get<SourceRecord>(`/api/source-records/${recordId}`);
    return JSON.parse(revisions[0]?.body ?? '') as T;
  };
  const behind = (milestone: MilestoneId) =>
    card.milestones.find(({ id }) => id === milestone)?.recordId;
  const request = await received<ServiceRequest>(behind('referral-sent'));
  const task = await received<Task>(behind('accepted'));
  const { sessions } = await get<ClientProgress>(`/api/clients/${card.clientId}`);
  const booked = sessions.find(({ recordId, encounterId }) => recordId !== encounterId);
  const session = await received<Appointment>(booked?.recordId);
  const put = async (resource: Appointment | ServiceRequest | Task) => {
    const answer = await fetch(`${fhirUrl}/${resource.resourceType}/${resource.id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/fhir+json' },
      body: JSON.stringify(resource),
    });
    expect(answer.status, await answer.text()).toBe(200);
  };
  return {
    referral: (status: 'active' | 'revoked') => put({ ...request, status }),
    answer: (status: 'requested' | 'accepted', step: string) =>
      put({ ...task, status, businessStatus: { text: step } }),
    /** One of the client's bookings becomes the first appointment of what comes after. */
    appointment: (status: 'booked' | 'fulfilled', day: string) =>
      put({
        ...session,
        status,
        start: `${day}T15:00:00Z`,
        end: `${day}T16:00:00Z`,
        basedOn: [{ reference: `ServiceRequest/${request.id}` }],
      }),
  };
}
