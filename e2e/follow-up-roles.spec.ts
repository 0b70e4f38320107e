import type { Page } from '@playwright/test';
import type { FollowUpLine, FollowUpList } from '../domain/aftercare/follow-up.contract.ts';
import { expect, test } from './fixtures/clinic.ts';
import { expectAccessible } from './fixtures/expect-accessible.ts';
import { signIn } from './fixtures/sign-in.ts';

/** Discharges are of the history, which is read behind what is current; on a busy machine that takes long. */
test.beforeEach(() => test.setTimeout(300_000));

const listOf = async (page: Page): Promise<FollowUpLine[]> =>
  ((await (await page.request.get('/api/aftercare/follow-ups')).json()) as FollowUpList).lines;

async function untried(page: Page): Promise<FollowUpLine> {
  const isOne = ({ isOpen, tries }: FollowUpLine) => isOpen && tries === 0;
  await expect.poll(async () => (await listOf(page)).some(isOne), { timeout: 200_000 }).toBe(true);
  return (await listOf(page)).find(isOne) as FollowUpLine;
}

test('a peer specialist begins on whom to ask after, has nothing else, and what they log is seen by whom', async ({
  page,
}) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: /Peer specialist/ }).click();
  await expect(page).toHaveURL(/\/aftercare\?view=follow-up/);
  const places = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
  await expect(places).toHaveText(['Aftercare']);
  await expect(page.getByRole('navigation', { name: 'Aftercare' }).getByRole('link')).toHaveText([
    'Follow-up',
  ]);
  await expect(page.getByRole('button', { name: 'Find a client' })).toHaveCount(0);
  const line = await untried(page);
  expect(new Set((await listOf(page)).map(({ owner }) => owner))).toEqual(
    new Set(['peer specialist']),
  );
  await page
    .getByRole('row')
    .filter({ has: page.locator(`[id="card-${line.key}"]`) })
    .waitFor();
  await expectAccessible(page);
  await page.locator(`[id="card-${line.key}"]`).click();
  const panel = page.getByRole('dialog', { name: new RegExp(`^${line.familyName}`) });
  await expect(panel.getByRole('link', { name: 'Client’s page' })).toHaveCount(0);
  await panel.getByLabel('What came of it').selectOption('not-reached');
  await panel.getByRole('button', { name: 'Write it down' }).click();
  await expect(panel.getByRole('status').first()).toHaveText('Written down: attempted.');
  await expectAccessible(page);
  const { name } = (await (await page.request.get('/api/me')).json()) as { name: string };

  await signIn(page, 'supervisor');
  await page.goto(`/aftercare?view=follow-up&follow=${encodeURIComponent(line.key)}`);
  await expect(panel).toContainText(`by ${name}`);
  await expect(panel.getByRole('link', { name: 'Client’s page' })).toBeVisible();
  await panel.getByRole('button', { name: /^Withdraw: / }).click();
  await expect(panel).toContainText('Withdrawn.');
});

for (const role of ['peer', 'aftercare'] as const)
  test(`no page of treatment exists for ${role}, by its address either`, async ({ page }) => {
    await signIn(page, role);
    const { clientId } = await untried(page);
    for (const path of ['/caseload', '/to-do', '/attendance', '/data', `/clients/${clientId}`]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Not found');
    }
    for (const url of [`/api/clients/${clientId}`, '/api/caseload', '/api/aftercare'])
      expect((await page.request.get(url)).status()).toBe(403);
    await page.goto('/aftercare');
    await expect(page.getByRole('table', { name: 'Follow-ups by day' })).toBeVisible();
  });
