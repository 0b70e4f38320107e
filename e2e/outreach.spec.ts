import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { Appointment } from 'fhir/r4';
import type { Caseload } from '../domain/caseload/caseload.contract.ts';
import type {
  ClientProgress,
  SourceRecord,
} from '../domain/client-progress/client-progress.contract.ts';
import { type Clinic, expect, test } from './fixtures/clinic.ts';
import { expectAccessible } from './fixtures/expect-accessible.ts';
import { signIn } from './fixtures/sign-in.ts';

const panel = (page: Page) => page.getByRole('dialog', { name: 'Log contact' });

/** To a client with an open outreach, by what is to be done. */
async function openLogContact(page: Page) {
  await signIn(page, 'counselor');
  await page.goto('/to-do');
  await page
    .getByRole('link', { name: /^Log contact: Outreach/ })
    .first()
    .click();
  await expect(panel(page)).toContainText('Was outreach made after each miss?');
  await expect(panel(page).getByRole('radio').first()).toBeFocused();
}

async function fillIn(page: Page) {
  await panel(page).getByText('Phone', { exact: true }).click();
  await panel(page).getByText('Not reached', { exact: true }).click();
  await panel(page).getByText('Transport', { exact: true }).click();
  await panel(page).getByLabel('Next step').fill('Call again');
}

test('whom nobody has reached: from the list of tasks to a logged contact, and back with Undo', async ({
  page,
}) => {
  await openLogContact(page);
  await expectAccessible(page);
  await fillIn(page);
  await panel(page).getByRole('button', { name: 'Log contact' }).click();
  await expect(panel(page)).toContainText('Contact logged.');
  await expect(panel(page).locator('blockquote')).toContainText(
    /^Outreach Wed 18 Nov 2026, .*: phone, not reached\. Barrier: transport\. Next: Call again\./,
  );
  await expect(panel(page)).toContainText('Phone: not reached');
  await panel(page).getByRole('button', { name: 'Undo' }).click();
  await expect(panel(page)).toContainText('None logged here yet.');
});

test('a task of the brief leads to its own row', async ({ page }) => {
  // Narrower, the rail counts them and the brief leaves them out.
  await page.setViewportSize({ width: 1440, height: 900 });
  await signIn(page, 'counselor');
  await page.goto('/caseload');
  const line = page.locator('app-to-do-list a.line').last();
  const key = new URL((await line.getAttribute('href')) ?? '', page.url()).searchParams.get('task');
  await line.click();
  const row = page.locator(`[id="task-${key}"]`);
  await expect(row).toBeFocused();
  await expectAccessible(page);
});

test('the server gone in the middle of logging a contact: nothing is lost, nothing doubled', async ({
  page,
}) => {
  await openLogContact(page);
  await fillIn(page);
  let answers = 0;
  await page.route('**/api/outreach/contacts', async (route) => {
    answers++;
    if (answers > 1) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await panel(page).getByRole('button', { name: 'Log contact' }).click();
  await expect(panel(page)).toContainText('The contact could not be logged.');
  // Closed and opened again, it is all still there.
  const address = page.url();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await page.goBack();
  await expect(page).toHaveURL(address);
  await expect(panel(page).getByLabel('Next step')).toHaveValue('Call again');
  await panel(page).getByRole('button', { name: 'Log contact' }).click();
  await expect(panel(page)).toContainText('Contact logged.');
  await expect(panel(page).getByText('Phone: not reached')).toHaveCount(1);
  await panel(page).getByRole('button', { name: 'Undo' }).click();
  await expect(panel(page)).toContainText('Taken back.');
});

test('a task is closed with how, seen so by the supervisor at once, and opened again', async ({
  page,
  browser,
  clinic,
}) => {
  await signIn(page, 'counselor');
  await page.goto('/to-do?whose=team');
  const elsewhere = await browser.newContext({ baseURL: clinic.url });
  const supervisors = await elsewhere.newPage();
  await signIn(supervisors, 'supervisor');
  await supervisors.goto('/to-do?whose=team');
  await expect(supervisors.getByText('Discuss in case review').first()).toBeVisible();
  const how = `Discussed ${randomUUID().slice(0, 4)}`;
  await page
    .getByRole('button', { name: /^Close, put off or give away: Discuss in case review/ })
    .first()
    .click();
  await page.getByLabel('How was it done?').fill(how);
  await page.getByRole('button', { name: 'Close task' }).click();
  await expect(page.getByText('Closed: Discuss in case review')).toBeVisible();
  await expect(supervisors.getByText(how)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(supervisors.getByText(how)).toBeHidden();
  await elsewhere.close();
});

test('a possible death stands above every page, at every width, until a supervisor has recorded what was found', async ({
  page,
  browser,
  clinic,
}) => {
  await signIn(page, 'counselor');
  await page.goto('/caseload');
  await cancelForDeath(page, clinic);
  const what = { hasText: 'Possible death, to confirm' };
  const mine = page
    .getByRole('region', { name: 'Safety tasks' })
    .getByRole('listitem')
    .filter(what);
  await expect(mine).toContainText('Not acknowledged; goes to');
  await expectAccessible(page);

  const viewport = { width: 390, height: 844 };
  const elsewhere = await browser.newContext({ baseURL: clinic.url, viewport });
  const supervisors = await elsewhere.newPage();
  await signIn(supervisors, 'supervisor');
  await supervisors.goto('/attendance');
  const theirs = supervisors.getByRole('listitem').filter(what);
  await expect(theirs).toBeInViewport();
  await mine.getByRole('button', { name: /^Acknowledge/ }).click();
  await expect(theirs).toContainText('Acknowledged by');

  await mine.getByRole('button', { name: /^Record assessment/ }).focus();
  await page.keyboard.press('c');
  const crisis = page.getByRole('dialog', { name: 'Crisis particulars' });
  await expect(crisis).toContainText('May be contacted');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(crisis).toBeHidden();

  await theirs.getByRole('button', { name: /^Record assessment/ }).click();
  const form = supervisors.getByRole('dialog', { name: 'Record assessment' });
  await form.getByRole('button', { name: 'Record assessment' }).click();
  await expect(form).toContainText('Still to be written: the assessment, the finding, the plan.');
  await form.getByLabel('Assessment').fill('The clerk chose the wrong reason');
  await form.getByLabel('Not deceased').check();
  await form.getByLabel('Plan').fill('Booked again; the client was called');
  await expectAccessible(supervisors);
  await form.getByRole('button', { name: 'Record assessment' }).click();
  await expect(supervisors.getByText('Assessment recorded:')).toBeVisible();
  await expect(theirs).toBeHidden();
  await expect(mine).toBeHidden();
  await elsewhere.close();
});

test('initials only hides the names in the band and the panel as well', async ({ page }) => {
  await openLogContact(page);
  const name = await panel(page).locator('.who').innerText();
  const [family = ''] = name.split(',');
  await page.keyboard.press('Escape');
  await page.locator('main').focus();
  await page.keyboard.press('i');
  await expect(page.locator('body')).not.toContainText(family);
});

test('what a client allows is written down, and a way that is not allowed asks before it is logged', async ({
  page,
}) => {
  await openLogContact(page);
  await panel(page).getByRole('button', { name: 'Change how the client may be' }).click();
  const rules = panel(page).getByRole('form', { name: 'How the client may be contacted' });
  await expectAccessible(page);
  await rules
    .getByRole('group', { name: 'Text message' })
    .getByText('Not allowed', { exact: true })
    .click();
  await rules
    .getByRole('group', { name: 'Telephone' })
    .getByText('Allowed', { exact: true })
    .click();
  await rules.getByLabel('Who said so, or why').fill('Asked for it at intake');
  await rules.getByRole('button', { name: 'Save how to contact' }).click();
  await expect(rules).toBeHidden();
  await expect(panel(page)).toContainText('Asked for it at intake ·');
  await panel(page).getByText('Text', { exact: true }).last().click();
  await expect(panel(page)).toContainText('Text message: not allowed by the client.');
  await panel(page).getByText('Sent', { exact: true }).click();
  await panel(page).getByRole('button', { name: 'Log contact' }).click();
  await expect(panel(page)).toContainText('The client has not allowed this.');
  await expectAccessible(page);
  await panel(page).getByRole('button', { name: 'Log it all the same' }).click();
  await expect(panel(page)).toContainText('Contact logged.');
  await panel(page).getByRole('button', { name: 'Undo' }).click();
  await expect(panel(page)).toContainText('Taken back.');
});

test('an entry is put right, and what stood before stays beside it', async ({ page }) => {
  await openLogContact(page);
  await fillIn(page);
  await panel(page).getByRole('button', { name: 'Log contact' }).click();
  await expect(panel(page)).toContainText('Contact logged.');
  await panel(page)
    .getByRole('button', { name: /^Correct: .*Phone: not reached/ })
    .click();
  await expect(panel(page).getByRole('radio', { name: 'Phone' })).toBeFocused();
  await panel(page).getByText('Message left', { exact: true }).click();
  await expectAccessible(page);
  await panel(page).getByRole('button', { name: 'Save correction' }).click();
  await expect(panel(page)).toContainText('Contact corrected.');
  const entry = panel(page).getByRole('listitem').filter({ hasText: 'Phone: message left' });
  await expect(entry).toContainText(/before: .*Phone: not reached/);
});

test('a task is added about any client in reach, found by name', async ({ page }) => {
  await signIn(page, 'supervisor');
  await page.goto('/to-do?whose=team');
  const { lines } = (await (await page.request.get('/api/caseload')).json()) as Caseload;
  const name = lines.map(({ familyName }) => familyName).at(-1) ?? '';
  const words = `Ask about the ride ${randomUUID().slice(0, 4)}`;
  await page.getByRole('button', { name: 'Add task' }).click();
  const form = page.getByRole('dialog', { name: 'Add a task' });
  await form.getByLabel('What is to be done?').fill(words);
  await form.getByLabel('About').fill(name);
  await form
    .getByRole('button', { name: new RegExp(`^${name}, `) })
    .first()
    .click();
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Add task' }).click();
  await expect(form).toBeHidden();
  await page.goto('/to-do');
  await expect(page.getByText(words)).toBeVisible();
});

/** Plays the front desk: what is booked next for somebody is cancelled with the code for a death. */
async function cancelForDeath(page: Page, { fhirUrl }: Clinic): Promise<void> {
  const get = async <T>(path: string) => (await (await page.request.get(path)).json()) as T;
  const { lines } = await get<Caseload>('/api/caseload');
  const line = lines.findLast(({ next }) => next !== null);
  const { sessions } = await get<ClientProgress>(`/api/clients/${line?.clientId}`);
  const booked = sessions.find(({ status }) => status === 'scheduled');
  const record = await get<SourceRecord>(`/api/source-records/${booked?.recordId}`);
  const appointment = JSON.parse(record.revisions[0]?.body ?? '') as Appointment;
  const answer = await fetch(`${fhirUrl}/Appointment/${appointment.id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify({
      ...appointment,
      status: 'cancelled',
      cancelationReason: { coding: [{ system: CANCELLATION, code: 'pat-dec' }] },
    }),
  });
  expect(answer.status).toBe(200);
}

const CANCELLATION = 'http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason';
