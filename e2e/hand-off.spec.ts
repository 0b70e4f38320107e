import type { Page } from '@playwright/test';
import type { Consent } from 'fhir/r4';
import type { Aftercare, AftercareCard } from '../domain/aftercare/aftercare.contract.ts';
import type {
  ClientProgress,
  SourceRecord,
} from '../domain/client-progress/client-progress.contract.ts';
import type { Health } from '../domain/data-sources/data-sources.contract.ts';
import type {
  ClientDisclosures,
  DisclosureLog,
} from '../domain/disclosures/disclosure.contract.ts';
import { type Clinic, expect, test } from './fixtures/clinic.ts';
import { expectAccessible } from './fixtures/expect-accessible.ts';
import { signIn } from './fixtures/sign-in.ts';

/** Referrals and their consents are of the history, which is read behind what is current. */
test.beforeEach(async ({ clinic, page }) => {
  test.setTimeout(300_000);
  const complete = async () => {
    const health = (await (await fetch(`${clinic.url}/api/health`)).json()) as Health;
    return health.sync?.historyComplete;
  };
  await expect.poll(complete, { timeout: 200_000 }).toBe(true);
  await signIn(page, 'supervisor');
});

const disclosuresOf = async (page: Page, clientId: string): Promise<ClientDisclosures> =>
  (await (
    await page.request.get(`/api/clients/${clientId}/disclosures`)
  ).json()) as ClientDisclosures;

/** The first card of whose client something holds. */
async function cardWhere(
  page: Page,
  holds: (found: ClientDisclosures, card: AftercareCard) => boolean,
): Promise<AftercareCard> {
  const { cards } = (await (await page.request.get('/api/aftercare')).json()) as Aftercare;
  for (const card of cards) if (holds(await disclosuresOf(page, card.clientId), card)) return card;
  throw new Error('Nobody between two levels of care is such.');
}

const isCovered = ({ handOff }: ClientDisclosures): boolean =>
  handOff.recipients[0]?.refusal === null;
const isRefused = ({ handOff }: ClientDisclosures): boolean =>
  ['revoked', 'expired'].includes(handOff.recipients[0]?.refusal?.reason ?? '');

/** At the source one of the client's consents becomes one to the court, which says when it ends (42 CFR 2.35). */
async function signForCourt(page: Page, { fhirUrl }: Clinic, clientId: string): Promise<void> {
  const get = async <T>(path: string) => (await (await page.request.get(path)).json()) as T;
  const { background } = await get<ClientProgress>(`/api/clients/${clientId}`);
  const record = await get<SourceRecord>(`/api/source-records/${background.consents[0]?.recordId}`);
  const { provision, ...consent } = JSON.parse(record.revisions[0]?.body ?? '') as Consent;
  const body: Consent = {
    ...consent,
    policy: [{ uri: 'https://www.ecfr.gov/current/title-42/section-2.35' }],
    provision: {
      ...provision,
      purpose: undefined,
      actor: [{ role: { text: 'Court' }, reference: { display: 'Salem District Court' } }],
    },
  };
  const answer = await fetch(`${fhirUrl}/Consent/${consent.id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify(body),
  });
  expect(answer.status, await answer.text()).toBe(200);
}

/** Pages of a PDF as its own catalogue lists them. */
const sheetsOf = (pdf: Buffer): number =>
  (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;

test('a hand-off: from the board to a sheet for who treats next, accounted for before it prints', async ({
  page,
}) => {
  const card = await cardWhere(page, isCovered);
  await page.goto(`/aftercare?open=${card.episodeId}`);
  await page.getByRole('link', { name: 'Hand-off sheet' }).click();
  const sheet = page.locator('app-hand-off-sheet');
  await expect(sheet).toContainText('Goals, in the client’s words');
  await expectAccessible(page);
  await page.emulateMedia({ media: 'print' });
  await expect(sheet).toBeHidden();
  await expect(page.getByText('nothing is printed')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.getByLabel('Address or fax').fill('');
  await page.getByRole('button', { name: 'Record the disclosure' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Say where it is sent.' })).toBeVisible();
  await page.getByLabel('Address or fax').fill('Fax 978 555 0100');
  await expect(page.getByLabel(/Also write down .* summary sent, done/)).toBeChecked();
  await page.getByRole('button', { name: 'Record the disclosure' }).click();
  await expect(page.getByText(/Disclosed to .+, Fax 978 555 0100, by /)).toBeVisible();
  await expectAccessible(page);
  for (const format of ['Letter', 'A4'])
    expect(sheetsOf(await page.pdf({ format, preferCSSPageSize: true }))).toBeLessThanOrEqual(2);
  await page.emulateMedia({ media: 'print' });
  await expect(sheet).toBeVisible();
  await expect(page.locator('app-disclosure-notice')).toContainText(
    'A general authorization for the release of medical or other information is NOT sufficient',
  );
  await expect(page.locator('app-safety-band')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  const { disclosures, handOff } = await disclosuresOf(page, card.clientId);
  expect(disclosures[0]).toMatchObject({ kind: 'hand-off', address: 'Fax 978 555 0100' });
  expect(handOff.steps).toContainEqual(
    expect.objectContaining({ milestone: 'summary-sent', status: 'done' }),
  );
});

test('without a consent that holds nothing is made, the reason is said, and the try is in the log', async ({
  page,
}) => {
  const card = await cardWhere(page, isRefused);
  await page.goto(`/clients/${card.clientId}/hand-off`);
  const reason = /The consent of .+ (was revoked|ended) on /;
  await expect(page.getByText(reason).first()).toBeVisible();
  await expect(page.locator('app-hand-off-sheet')).toHaveCount(0);
  await page.getByLabel('Address or fax').fill('Fax 978 555 0100');
  await page.getByRole('button', { name: 'Record the disclosure' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'nothing left' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Print the sheet' })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Everything disclosed, to print' }).click();
  await expect(page.locator('.refused')).toContainText(reason);
  await expectAccessible(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.refused')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await signIn(page, 'director');
  await page.goto('/');
  await page.getByRole('link', { name: 'Disclosures' }).first().click();
  await page.getByRole('link', { name: /^Tried and refused/ }).click();
  const log = page.getByRole('region', { name: 'Log of disclosures' });
  await expect(log.getByRole('row').filter({ hasText: 'Refused.' }).first()).toContainText(reason);
  await expectAccessible(page);
  const { refused } = (await (await page.request.get('/api/disclosures')).json()) as DisclosureLog;
  expect(refused).toBeGreaterThan(0);
});

test('a report to a court: written down as due, on the list of what is to do, and made under its own consent', async ({
  page,
  clinic,
}) => {
  const card = await cardWhere(page, (_, { endedOn }) => endedOn === null);
  await page.goto(`/clients/${card.clientId}`);
  const duties = page.locator('app-court-report-list');
  await duties.getByRole('button', { name: 'Add a report' }).click();
  await duties.getByLabel('Court or office, as the consent names it').fill('Salem District Court');
  await duties.getByLabel('Next one due on').fill('2026-11-20');
  await expectAccessible(page);
  // It stands on the screen before the server has it: another address would take the page away from it.
  const written = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await duties.getByRole('button', { name: 'Add report' }).click();
  await expect(duties).toContainText('Salem District Court, every month, first due 20 Nov 2026.');
  expect((await written).ok()).toBe(true);
  await page.goto('/to-do?whose=team');
  await expect(page.getByRole('main')).toContainText('Report due');
  await page.goto(`/clients/${card.clientId}/court-report`);
  await expect(page.getByText(/No consent on record permits a disclosure to Salem/)).toBeVisible();
  await expect(page.locator('app-court-report-sheet')).toHaveCount(0);
  await signForCourt(page, clinic, card.clientId);
  const isPermitted = async () =>
    (await disclosuresOf(page, card.clientId)).courtReports[0]?.refusal === null;
  await expect.poll(isPermitted, { timeout: 60_000 }).toBe(true);
  await page.reload();
  await page.getByLabel('Address or fax').fill('65 Washington Street, Salem');
  await page.getByRole('button', { name: 'Record the disclosure' }).click();
  // The sheet says so too, of the consent.
  await expect(page.getByText(/Disclosed to Salem District Court, 65 Washington/)).toBeVisible();
  const sheet = page.locator('app-court-report-sheet');
  await expect(sheet).toContainText('Missed, not excused');
  await expect(sheet).not.toContainText(/PHQ|score|note/i);
  await expectAccessible(page);
  expect(sheetsOf(await page.pdf({ format: 'Letter', preferCSSPageSize: true }))).toBe(1);
  const { courtReports } = await disclosuresOf(page, card.clientId);
  expect(courtReports[0]?.dueOn).toBe('2026-12-20');
});
