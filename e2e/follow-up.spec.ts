import type { Page } from '@playwright/test';
import type { FollowUpLine, FollowUpList } from '../domain/aftercare/follow-up.contract.ts';
import { expect, test } from './fixtures/clinic.ts';
import { expectAccessible } from './fixtures/expect-accessible.ts';
import { signIn } from './fixtures/sign-in.ts';

/** Discharges are of the history, which is read behind what is current; on a busy machine that takes long. */
test.beforeEach(async ({ page }) => {
  test.setTimeout(300_000);
  await signIn(page, 'supervisor');
});

const linesOf = async (page: Page): Promise<FollowUpLine[]> =>
  ((await (await page.request.get('/api/aftercare/follow-ups')).json()) as FollowUpList).lines;

/** One that is open and that nobody has tried, once it has been read. */
async function open(page: Page): Promise<FollowUpLine> {
  const isOne = ({ isOpen, tries }: FollowUpLine) => isOpen && tries === 0;
  await expect.poll(async () => (await linesOf(page)).some(isOne), { timeout: 200_000 }).toBe(true);
  return (await linesOf(page)).find(isOne) as FollowUpLine;
}

const panelOf = (page: Page, { familyName }: FollowUpLine) =>
  page.getByRole('dialog', { name: new RegExp(`^${familyName}`) });

test('the third try, in a second way, makes it not reached; undone it is a try', async ({
  page,
}) => {
  const line = await open(page);
  await page.goto('/aftercare');
  await page.getByRole('link', { name: 'Follow-up', exact: true }).click();
  await expect(page).toHaveURL(/view=follow-up/);
  await expectAccessible(page);
  const row = page.getByRole('row').filter({ has: page.locator(`[id="card-${line.key}"]`) });
  await row.getByRole('button', { name: /^Record/ }).click();
  const panel = panelOf(page, line);
  const record = async (mode: string, outcome: string) => {
    await panel.getByLabel('How', { exact: true }).selectOption(mode);
    await panel.getByLabel('What came of it').selectOption(outcome);
    await panel.getByRole('button', { name: 'Write it down' }).click();
  };
  await panel.getByRole('button', { name: 'Write it down' }).click();
  await expect(panel.getByText('Choose what came of it.')).toBeVisible();
  await record('phone', 'not-reached');
  await expect(panel.getByRole('status').first()).toHaveText('Written down: attempted.');
  await panel.getByRole('button', { name: 'Record a try' }).click();
  await record('phone', 'message-left');
  await expect(panel).toContainText('2 tries, by phone');
  await panel.getByRole('button', { name: 'Record a try' }).click();
  await record('letter', 'sent');
  await expect(panel.getByRole('status').first()).toHaveText('Written down: not reached.');
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(panel).toContainText('Withdrawn.');
  await expect(panel).toContainText('2 tries, by phone');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
});

test('reached with the script; an accepted return to care stands on the intake list, until it is withdrawn', async ({
  page,
}) => {
  const line = await open(page);
  await page.goto(`/aftercare?view=follow-up&follow=${encodeURIComponent(line.key)}`);
  const panel = panelOf(page, line);
  await panel.getByLabel('What came of it').selectOption('reached');
  const working = panel.getByRole('group', { name: /^Working/ });
  await working.getByText('Yes', { exact: true }).click();
  await panel.getByLabel('Offer to return to care').selectOption('accepted');
  await expect(panel).toContainText('Saving puts the client on the intake list.');
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Write it down' }).click();
  await expect(panel.getByRole('status').first()).toHaveText('Written down: reached.');
  await expect(panel).toContainText('Employed or a student: yes');
  await expect(panel).toContainText('Abstinent 30 days: not known');
  await page.goto('/intake');
  const waits = page
    .getByRole('row')
    .filter({ hasText: `${line.familyName}, ${line.givenName}` })
    .filter({ hasText: 'Return to care, accepted' });
  await expect(waits).toHaveCount(1);
  await expectAccessible(page);
  await page.goto(`/aftercare?view=follow-up&follow=${encodeURIComponent(line.key)}`);
  await panel.getByRole('button', { name: /^Withdraw: Phone, reached/ }).click();
  await expect(panel).toContainText('Withdrawn.');
  await page.goto('/intake');
  const anybody = page.getByRole('table', { name: 'Who waits' });
  await expect(
    anybody.or(page.getByText(/Nobody who asked for help|No request that is open/)),
  ).toBeVisible();
  await expect(waits).toHaveCount(0);
});
