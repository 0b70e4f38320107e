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

test('while it is read, where there is nothing, where it failed and where it is old the page says so, for everybody', async ({
  page,
}) => {
  const figures = '**/api/aftercare/transitions*';
  const title = page.getByRole('heading', { name: /First appointment kept within 14/ });
  await page.clock.install();

  await test.step('read', async () => {
    const { promise: held, resolve: answer } = Promise.withResolvers<undefined>();
    await page.route(figures, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/aftercare/transitions');
    await expect(page.locator('app-loading-lines')).toBeVisible();
    await expectAccessible(page);
    answer(undefined);
    await expect(title).toBeVisible();
    await page.unroute(figures);
  });

  await test.step('old', async () => {
    await page.route(figures, (route) => route.abort());
    await page.clock.fastForward(62_000);
    await expect(page.getByText('The transitions could not be brought up to date')).toBeVisible();
    await expect(title).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('failed', async () => {
    await page.goto('/aftercare/transitions?level=2.1');
    await expect(page.getByText('The transitions could not be loaded.')).toBeVisible();
    await expectAccessible(page);
    await page.unroute(figures);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(title).toBeVisible();
  });

  await test.step('nothing', async () => {
    await page.goto('/aftercare/transitions?from=2001-01-01&to=2001-01-07');
    await expect(page.getByText('Nobody was discharged in this period.')).toBeVisible();
    await expectAccessible(page);
  });
});

test('the program that is chosen is kept as a view; on a phone the numbers of the flows come first', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/aftercare/transitions');
  const list = page.getByLabel('Program');
  await list.selectOption({ index: 1 });
  await expect(page).toHaveURL(/program=/);
  await expect(page.getByRole('columnheader', { name: 'To', exact: true })).toBeVisible();
  await expectAccessible(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wide).toBe(false);

  await page.getByRole('button', { name: 'Views' }).click();
  const views = page.getByRole('dialog', { name: 'Saved views' });
  await views.getByRole('textbox').fill('My program');
  await views.getByRole('button', { name: 'Save this view' }).click();
  await expect(views.getByRole('button', { name: 'My program', exact: true })).toBeVisible();
  await page.goto('/aftercare/transitions');
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('button', { name: 'My program', exact: true }).click();
  await expect(page).toHaveURL(/program=/);
});

test('a counselor has no such page', async ({ page }) => {
  await signIn(page, 'counselor');
  await page.goto('/aftercare');
  await expect(page.getByRole('link', { name: 'Board' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Transitions' })).toHaveCount(0);
});
