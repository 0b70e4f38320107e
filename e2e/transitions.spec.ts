import type { Transitions } from '../domain/aftercare/transitions.contract.ts';
import { expect, test } from './fixtures/clinic.ts';
import { expectAccessible } from './fixtures/expect-accessible.ts';
import { signIn } from './fixtures/sign-in.ts';

/** Discharges are of the history, which is read behind what is current. */
test.beforeEach(async ({ page }) => {
  test.setTimeout(300_000);
  await signIn(page, 'director');
  const isRead = async () =>
    !((await (await page.request.get('/api/aftercare/transitions')).json()) as Transitions)
      .incomplete;
  await expect.poll(isRead, { timeout: 200_000 }).toBe(true);
});

test('question 28: the director sees whether aftercare is booked and kept, two clicks from the start', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Aftercare' }).click();
  await page.getByRole('link', { name: 'Transitions' }).click();
  await expect(
    page.getByRole('heading', { name: /First appointment kept within 14/ }),
  ).toBeVisible();
  const linkage = page.getByRole('region', { name: 'Linkage' });
  for (const of of ['Planned, with a referral', 'All planned', 'All live discharges'])
    await expect(linkage.getByRole('rowheader', { name: of })).toBeVisible();

  await test.step('one click lists the discharges, one more the record', async () => {
    await linkage
      .getByRole('row', { name: /All live/ })
      .getByRole('link')
      .last()
      .click();
    await expect(page).toHaveURL(/attendance\/cases\?.*linkage-kept-30-live/);
    const rows = page.getByRole('table', { name: 'Rows behind the figure' });
    await rows
      .getByRole('link', { name: /^Record of/ })
      .first()
      .click();
    await expect(page.getByText('EpisodeOfCare').first()).toBeVisible();
  });
});

test('flows are read by keys, stand in a table, and no rule of access is broken', async ({
  page,
}) => {
  await page.goto('/aftercare/transitions');
  const drawing = page.getByRole('application', { name: /Flows of discharges/ });
  await drawing.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('status').filter({ hasText: 'discharges.' })).toContainText(
    /Level .* to /,
  );
  await expectAccessible(page);
  await page.keyboard.press('t');
  await expectAccessible(page);
  await expect(page.getByRole('columnheader', { name: 'Discharges' }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Site', exact: true }).click();
  await expect(page).toHaveURL(/part=site/);
  await expect(page.getByRole('table', { name: 'By site' })).toBeVisible();
});

test('the discharges of a flow are listed by key and from its row, each a click from its record', async ({
  page,
}) => {
  await page.goto('/aftercare/transitions');
  const drawing = page.getByRole('application', { name: /Flows of discharges/ });
  await drawing.focus();
  await page.keyboard.press('ArrowRight');
  const read = page.getByRole('status').filter({ hasText: 'discharges.' });
  const [, discharges] = /: ([\d,]+) of/.exec(await read.innerText()) ?? [];
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/attendance\/cases\?.*measure=discharges.*fromStop=level/);
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(`Discharges: ${discharges}`);
  await page.goBack();

  await page.getByRole('button', { name: /^Table ?, From level/ }).click();
  const link = page.getByRole('link', { name: /to No referral, open the discharges behind it/ });
  const count = await link.first().innerText();
  await link.first().click();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(`Discharges: ${count}`);
  await page
    .getByRole('table', { name: 'Rows behind the figure' })
    .getByRole('link', { name: /^Record of/ })
    .first()
    .click();
  await expect(page.getByText('EpisodeOfCare').first()).toBeVisible();
  await expectAccessible(page);
});

test('a counselor has no such page', async ({ page }) => {
  await signIn(page, 'counselor');
  await page.goto('/aftercare');
  await expect(page.getByRole('link', { name: 'Board' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Transitions' })).toHaveCount(0);
});
