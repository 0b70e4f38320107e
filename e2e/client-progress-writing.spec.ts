import type { Locator, Page } from '@playwright/test';
import type { ClientProgress } from '../domain/client-progress/client-progress.contract.ts';
import { expect, test } from './fixtures/clinic.ts';
import { clientWhere, lane, mayBeSent, withAllRecordsRead } from './fixtures/client-page.ts';
import { expectAccessible } from './fixtures/expect-accessible.ts';
import { signIn } from './fixtures/sign-in.ts';

withAllRecordsRead();

const written = (page: Page, name: string): Locator =>
  page.locator('app-entry-section', { has: page.getByRole('heading', { name, exact: true }) });
const fact = (page: Page, name: string): Locator =>
  page.locator('app-client-facts div', { has: page.getByText(name, { exact: true }) }).last();

test('a supervisor: who is not improving on an unchanged plan? a score is reviewed, and taken back', async ({
  page,
}) => {
  const client = await clientWhere(page, ({ measures }) =>
    measures.some(({ change, scores }) => change === 'no-reliable-change' && scores.length > 1),
  );
  const { instrument } = client.measures.find(({ change }) => change === 'no-reliable-change')!;
  const name = instrument === 'phq-9' ? 'PHQ-9' : 'GAD-7';
  await signIn(page, 'supervisor');
  await page.goto(`/clients/${client.clientId}`);
  await expect(lane(page, name)).toContainText('no reliable change');
  await lane(page, name)
    .getByRole('button', { name: /as a table$/ })
    .click();
  await lane(page, name)
    .getByRole('button', { name: /^Review / })
    .first()
    .click();
  await lane(page, name).getByLabel('unchanged').check();
  await lane(page, name).getByLabel('Because').fill('Started a week ago');
  await expectAccessible(page);
  await lane(page, name).getByRole('button', { name: 'Record review' }).click();
  await expect(lane(page, name)).toContainText('reviewed: plan unchanged');
  await lane(page, name).getByRole('button', { name: 'Undo' }).click();
  await expect(lane(page, name)).not.toContainText('reviewed: plan unchanged');
});

test('two people note for the case review at once: both stand', async ({
  page,
  browser,
  clinic,
}) => {
  const { clientId } = await clientWhere(page, () => true);
  const other = await (await browser.newContext({ baseURL: clinic.url })).newPage();
  await signIn(other, 'supervisor');
  const note = async (reader: Page, words: string) => {
    await reader.goto(`/clients/${clientId}`);
    await reader.getByRole('button', { name: 'Note for the case review' }).click();
    await reader.getByLabel('What is to be talked about').fill(words);
  };
  await note(page, 'Thursday evenings');
  await note(other, 'A ride on Fridays');
  const notes = page.locator('app-case-notes');
  await page.getByRole('button', { name: 'Note it' }).click();
  await expect(notes).toContainText('Thursday evenings');
  // What a colleague notes meanwhile takes nothing away that is being written.
  await expect(other.locator('app-case-notes')).toContainText('Thursday evenings');
  await expect(other.getByLabel('What is to be talked about')).toHaveValue('A ride on Fridays');
  await other.getByRole('button', { name: 'Note it' }).click();
  await expect(notes).toContainText('A ride on Fridays');
});

test('a counselor plans a discharge: head, way and caseload follow, until it is taken back', async ({
  page,
}) => {
  const client = await clientWhere(page, ({ way }) => Boolean(way?.plannedEnd && !way.endedOn));
  await page.goto(`/clients/${client.clientId}`);
  const before = await fact(page, 'Planned discharge').innerText();
  await page.getByRole('button', { name: 'Plan the discharge' }).click();
  await page.getByLabel('On', { exact: true }).fill('2027-03-19');
  await page.getByRole('button', { name: 'Set the date' }).click();
  await expect(written(page, 'Planned discharge')).toContainText('Say why.');
  await page.getByLabel('Why').fill('A job from April');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Set the date' }).click();
  await expect(written(page, 'Planned discharge')).toContainText(
    'Discharge planned for 19 Mar 2027: A job from April.',
  );
  await expect(fact(page, 'Planned discharge')).toContainText('19 Mar 2027');
  await expect(lane(page, 'Way')).toContainText('19 Mar');
  await expectAccessible(page);
  await written(page, 'Planned discharge').getByRole('button', { name: 'Undo' }).click();
  await expect(fact(page, 'Planned discharge')).toHaveText(before, { useInnerText: true });
});

test('two people move a client to a phase at once: the second is told who and when, and loses nothing', async ({
  page,
  browser,
  clinic,
}) => {
  const { clientId } = await clientWhere(page, ({ line }) => line?.phase?.number === 1);
  const other = await (await browser.newContext({ baseURL: clinic.url })).newPage();
  await signIn(other, 'supervisor');
  const move = async (reader: Page, because: string) => {
    await reader.goto(`/clients/${clientId}`);
    await reader.getByRole('button', { name: 'Move to a phase' }).click();
    await reader.getByLabel('Phase', { exact: true }).selectOption('2');
    await reader.getByLabel('Why').fill(because);
  };
  await move(page, 'By the team');
  await move(other, 'Asked for it');
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(fact(page, 'Phase')).toContainText('2 of');
  await other.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(written(other, 'Phase')).toContainText(
    /Nothing was written\. .+ wrote on .+: Phase 2 from .+, By the team\./,
  );
  await expect(other.getByLabel('Why')).toHaveValue('Asked for it');
  await expect(written(other, 'Phase').getByRole('listitem')).toHaveCount(1);
  await other.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(written(page, 'Phase').getByRole('listitem').first()).toContainText('Asked for it');
  await expect(written(page, 'Phase').getByRole('listitem')).toHaveCount(2);
});

test('what the server does not take is not said to stand, and what was typed comes back', async ({
  page,
}) => {
  const { clientId } = await clientWhere(page, () => true);
  await page.goto(`/clients/${clientId}`);
  await page.route('**/entries', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await page.getByRole('button', { name: 'Note a barrier' }).click();
  await page.getByLabel('Barrier', { exact: true }).selectOption('transport');
  await page.getByLabel(/^What was said/).fill('The bus was cut');
  await page.getByRole('button', { name: 'Note barrier' }).click();
  await expect(written(page, 'Barriers')).toContainText('Nothing was written.');
  await expect(written(page, 'Barriers').getByRole('listitem')).toHaveText('None is recorded.');
  await expect(page.getByLabel(/^What was said/)).toHaveValue('The bus was cut');
});

test('a barrier is noted, resolved, and stands open again when that is taken back', async ({
  page,
}) => {
  const { clientId } = await clientWhere(page, () => true);
  await page.goto(`/clients/${clientId}`);
  await page.getByRole('button', { name: 'Note a barrier' }).click();
  await page.getByRole('button', { name: 'Note barrier' }).click();
  await expect(written(page, 'Barriers')).toContainText('Choose what keeps the client away.');
  await page.getByLabel('Barrier', { exact: true }).selectOption('childcare');
  await page.getByRole('button', { name: 'Note barrier' }).click();
  const barrier = written(page, 'Barriers').getByRole('listitem').filter({ hasText: 'Childcare' });
  await barrier.getByRole('button', { name: 'Resolve' }).click();
  await expect(barrier).toContainText('Resolved: ');
  await expectAccessible(page);
  await barrier.getByRole('button', { name: 'Open again' }).click();
  await expect(barrier).not.toContainText('Resolved: ');
  await barrier.getByRole('button', { name: /^Withdraw/ }).click();
  await expect(barrier).toHaveCount(0);
});

test('what a client practises between sessions, whom they meet, and who came with them', async ({
  page,
}) => {
  const { clientId } = await clientWhere(
    page,
    ({ background }) => background.supportPeople.length > 0,
  );
  await page.goto(`/clients/${clientId}`);
  await page.getByRole('button', { name: 'Record practice' }).click();
  await page.getByRole('button', { name: 'Record practice' }).click();
  await expect(written(page, 'Coping skills practised')).toContainText('Say how often');
  await page.getByLabel(/^Times since/).fill('0');
  await page.getByRole('button', { name: 'Record practice' }).click();
  await expect(
    written(page, 'Coping skills practised').getByRole('listitem').first(),
  ).toContainText(/^0 times since/);
  await page.getByRole('button', { name: 'Record meetings' }).click();
  await page.getByLabel(/^Community meetings/).fill('3');
  await page.getByRole('button', { name: 'Record meetings' }).click();
  await expect(written(page, 'Meetings a week').getByRole('listitem').first()).toContainText(
    '3 community, peer not asked',
  );
  await page.getByRole('button', { name: 'Record who took part' }).click();
  await page.getByRole('group', { name: 'Took part' }).getByRole('checkbox').first().check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Record family session' }).click();
  await expect(written(page, 'Family sessions').getByRole('listitem').first()).toContainText(
    /consent/,
  );
});

test('six dimensions are assessed twice, and the level review and the packet go by it', async ({
  page,
}) => {
  const { clientId } = await clientWhere(page, mayBeSent);
  await page.goto(`/clients/${clientId}`);
  const dimensions = written(page, 'Six dimensions');
  const review = page.locator('app-criteria-list', { hasText: 'For a level review' });
  const reassessed = review.getByRole('listitem').filter({ hasText: 'Every dimension reassessed' });
  await expect(reassessed).toContainText('Not enough records');
  for (const words of ['At admission', 'No use since then']) {
    await dimensions.getByRole('button', { name: 'Assess', exact: true }).click();
    await dimensions.getByLabel('Edition of the ASAM Criteria').selectOption('3rd edition');
    await expect(dimensions.getByLabel('Risk, 0 to 4')).toHaveCount(6);
    for (const risk of await dimensions.getByLabel('Risk, 0 to 4').all())
      await risk.selectOption('2');
    await dimensions.getByLabel('Note (optional)').first().fill(words);
    await expectAccessible(page);
    await dimensions.getByRole('button', { name: 'Write assessment' }).click();
    await expect(dimensions.getByRole('table')).toContainText(words);
  }
  await expect(reassessed).toContainText('Met');
  await expect(dimensions.getByRole('row', { name: /^1 Intoxication/ })).toContainText(
    /risk 2\s*risk 2/,
  );
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(dimensions.getByRole('columnheader', { name: 'Before' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Everything in order' }).click();
  await expect(page.locator('app-happening-list')).toContainText('Six dimensions, 3rd edition');
  await page.goto(`/clients/${clientId}/utilization-review`);
  const packet = page.locator('app-utilization-packet');
  await expect(packet).toContainText('3rd edition, assessed');
  await expect(packet).not.toContainText('No use since then');
  await page.goto(`/clients/${clientId}?view=shared`);
  await expect(page.getByRole('heading', { name: 'Goals' })).toBeVisible();
  await expect(page.getByText('Six dimensions')).toHaveCount(0);
});

test('a working alliance score is a lane without a rule, and no flag', async ({ page }) => {
  const { clientId, line } = await clientWhere(page, ({ line }) => line !== null);
  await page.goto(`/clients/${clientId}`);
  await page.getByRole('button', { name: 'Record alliance score' }).click();
  await page.getByLabel('Form, e.g. WAI-SR').fill('WAI-SR');
  await page.getByLabel('Mean, 1.0 to 5.0').fill('1.1');
  await page.getByRole('button', { name: 'Record score' }).click();
  await expect(lane(page, 'Working alliance')).toContainText('no published rule is used');
  await lane(page, 'Working alliance').getByRole('button').click();
  await expect(lane(page, 'Working alliance').getByRole('table')).toContainText('1.1');
  await expectAccessible(page);
  const answer = await page.request.get(`/api/clients/${clientId}`);
  expect(((await answer.json()) as ClientProgress).line?.flags).toEqual(line?.flags);
});

test('nobody beside the client is told anything without consent, or without asking first', async ({
  page,
}) => {
  const { clientId } = await clientWhere(page, ({ background }) =>
    background.supportPeople.some(({ consent }) => consent === null),
  );
  await page.goto(`/clients/${clientId}?contact=${clientId}`);
  const panel = page.getByRole('dialog', { name: 'Log contact' });
  await panel.getByText('no consent recorded').first().click();
  await expect(panel).toContainText('Ask the client first.');
  await panel.getByText('Phone', { exact: true }).click();
  await panel.getByText('Reached', { exact: true }).click();
  await panel.getByRole('button', { name: 'Log contact' }).click();
  await expect(panel).toContainText('Ask the client first, and say here that they agreed.');
  await expectAccessible(page);
  await panel.getByLabel('The client was asked, and agreed').check();
  await panel.getByRole('button', { name: 'Log contact' }).click();
  await expect(panel).toContainText('The client was asked first and agreed.');
});
