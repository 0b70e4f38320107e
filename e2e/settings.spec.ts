import type { Settings } from '../domain/settings/settings.contract.ts';
import { expect, test } from './fixtures/clinic.ts';
import { expectAccessible } from './fixtures/expect-accessible.ts';
import { signIn } from './fixtures/sign-in.ts';

test('an administrator tries a rule, sets it, and a caseload that is open follows; undone, it goes back', async ({
  page,
  browser,
  clinic,
}) => {
  const counselor = await (await browser.newContext({ baseURL: clinic.url })).newPage();
  await signIn(counselor, 'counselor');
  await counselor.goto('/caseload');
  const rule = (days: number) =>
    counselor.getByText(new RegExp(`not seen for ${days} days`)).first();
  await expect(rule(7)).toBeVisible();

  await signIn(page, 'admin');
  const { today } = (await (await page.request.get('/api/settings')).json()) as Settings;
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Change Not seen' }).click();
  await page.getByLabel('New value, days').fill('3');
  await page.getByLabel('From', { exact: true }).fill(today);
  const tried = page.getByRole('form', { name: 'Change Not seen' }).getByRole('status');
  await expect(tried).toContainText('active clients');
  await expectAccessible(page);
  await expect(rule(7)).toBeVisible();
  await page.getByRole('button', { name: 'Set value' }).click();
  await expect(page.getByRole('button', { name: 'Change Not seen' })).toBeFocused();
  await expect(rule(3)).toBeVisible();

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rule(7)).toBeVisible();
  await page.getByRole('button', { name: 'Change Not seen' }).click();
  await expect(page.getByText(/Set by .*Withdrawn by/)).toBeVisible();
  await counselor.context().close();
});

test('a director reads the rules and changes none; for a counselor there is no such page', async ({
  page,
}) => {
  await signIn(page, 'director');
  await page.goto('/settings');
  await page.getByRole('button', { name: 'About Misses in a row' }).click();
  await expect(page.getByText('Never set: the default has always held.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Set value' })).toHaveCount(0);
  await signIn(page, 'counselor');
  await page.goto('/settings');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Not found');
});

test('an administrator names who is on call, a supervisor’s safety task says so at once, and goes back when it is withdrawn', async ({
  page,
  browser,
  clinic,
}) => {
  const supervisor = await (await browser.newContext({ baseURL: clinic.url })).newPage();
  await signIn(supervisor, 'supervisor');
  await supervisor.goto('/attendance');
  const band = supervisor.getByRole('region', { name: 'Safety tasks' });
  await expect(band).toBeVisible();

  await signIn(page, 'admin');
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Name who is on call' }).click();
  const form = page.getByRole('form', { name: 'Name who is on call' });
  const who = form.getByLabel('Who');
  await expect(who).toBeFocused();
  const name = (await who.locator('option').last().innerText()).trim();
  await who.selectOption({ label: name });
  await form.getByLabel('From').fill('2026-11-18T08:00');
  await form.getByLabel('Until').fill('2026-11-20T08:00');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Set on call' }).click();
  const line = page.getByRole('listitem').filter({ hasText: `${name}, ` });
  await expect(line).toContainText('on call now');
  await expect(page.getByRole('button', { name: 'Name who is on call' })).toBeFocused();
  await expect(band).toContainText(`goes to ${name} at`);

  await line.getByRole('button', { name: 'Withdraw' }).click();
  await expect(line).toContainText('Withdrawn by');
  await expect(band).not.toContainText(`goes to ${name} at`);
  await supervisor.context().close();
});
