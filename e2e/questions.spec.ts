import type { Page } from '@playwright/test';
import type { Caseload, Flag } from '../domain/caseload/caseload.contract.ts';
import type { Health } from '../domain/data-sources/data-sources.contract.ts';
import type { SafetyTasks } from '../domain/outreach/safety.contract.ts';
import { expect, test } from './fixtures/clinic.ts';
import { signIn } from './fixtures/sign-in.ts';

type Rule = Flag['rule'];

/** What a counselor asks on Monday, and the rules that answer it; some clients meet each of them. */
const questions: readonly (readonly [question: string, rules: readonly Rule[]])[] = [
  ['whose answers, tests or medication need me today?', ['safety-answer', 'unexpected-test']],
  [
    'whose authorization runs out at the booked pace?',
    ['authorization-ends', 'authorization-units'],
  ],
  ['who is new or handed over to me?', ['newly-assigned']],
  ['whose level of care no longer fits?', ['dose-below-level']],
  ['whose medication runs out before the next visit?', ['medication', 'opioid-medication']],
];

/** Years of records are read behind the page; what they tell is asked for here. */
test.beforeEach(async ({ clinic }) => {
  test.setTimeout(300_000);
  const complete = async () => {
    const health = (await (await fetch(`${clinic.url}/api/health`)).json()) as Health;
    return health.sync?.historyComplete;
  };
  await expect.poll(complete, { timeout: 200_000 }).toBe(true);
});

const caseloadOf = async (page: Page, asOf = '') =>
  (await (await page.request.get(`/api/caseload${asOf && `?asOf=${asOf}`}`)).json()) as Caseload;

/** On the start page: the client's row, the reason in it, and one click on the rule and its record. */
async function expectReason(page: Page, { lines }: Caseload, rules: readonly Rule[]) {
  const flagged = lines.flatMap((line) =>
    line.flags.filter(({ rule }) => rules.includes(rule)).map((flag) => ({ line, flag })),
  );
  const [found] = flagged;
  expect(found, `somebody is listed by ${rules.join(' or ')}`).toBeDefined();
  if (!found) return;
  const { line, flag } = found;
  const name = new RegExp(`${line.familyName}, ${line.givenName}`);
  const row = page.getByRole('grid', { name: 'Caseload' }).getByRole('row', { name });
  await row.getByRole('gridcell').nth(1).getByRole('button').first().click();
  const why = page.getByRole('dialog', { name: 'Why listed here' });
  await expect(why).toContainText(flag.what);
  await expect(why).toContainText(/Rule: .+ (listed from|reliable from|asks for|Listed)/i);
  await expect(why.getByRole('link', { name: /^Record/ }).first()).toBeVisible();
}

for (const [question, rules] of questions) {
  test(`a counselor: ${question}`, async ({ page }) => {
    await signIn(page, 'counselor');
    await page.goto('/');
    await expect(page.getByRole('grid', { name: 'Caseload' })).toBeVisible();
    await expectReason(page, await caseloadOf(page), rules);
  });
}

test('a counselor: whose scores changed reliably, and whose plan is to be reviewed?', async ({
  page,
}) => {
  await signIn(page, 'counselor');
  for (const rules of [['score-worse', 'score-better'], ['plan-review']] as const) {
    const asOf = await lastMoment(page, rules);
    await page.goto(`/caseload?asOf=${asOf}`);
    await expect(page.getByRole('grid', { name: 'Caseload' })).toBeVisible();
    await expectReason(page, await caseloadOf(page, asOf), rules);
  }
});

/** A Monday of the last months on which somebody met one of the rules. */
async function lastMoment(page: Page, rules: readonly Rule[]): Promise<string> {
  for (let weeks = 0; weeks < 26; weeks += 1) {
    const monday = new Date(Date.parse('2026-11-16T13:00:00Z') - weeks * 7 * 86_400_000);
    const asOf = monday.toISOString();
    const { lines } = await caseloadOf(page, asOf);
    if (lines.some(({ flags }) => flags.some(({ rule }) => rules.includes(rule)))) return asOf;
  }
  throw new Error(`Nobody met ${rules.join(' or ')} in half a year.`);
}

test('a supervisor: which safety tasks are open, whose, for how long?', async ({ page }) => {
  await signIn(page, 'supervisor');
  await page.goto('/');
  const { open } = (await (await page.request.get('/api/safety-tasks')).json()) as SafetyTasks;
  const [first] = open;
  expect(first).toBeDefined();
  const band = page.getByRole('region', { name: 'Safety tasks' });
  await expect(band.getByRole('listitem')).toHaveCount(Math.min(open.length, 3));
  await expect(band).toContainText(first?.what ?? '');
  await expect(band).toContainText(first?.counselor ?? '');
});

test('a supervisor: whose caseload is over capacity?', async ({ page, browser, clinic }) => {
  const admin = await (await browser.newContext({ baseURL: clinic.url })).newPage();
  await signIn(admin, 'admin');
  await admin.goto('/settings');
  await admin.getByRole('button', { name: 'Change Clients of a counselor' }).click();
  await admin.getByLabel('New value, clients').fill('5');
  await admin.getByLabel('From', { exact: true }).fill('2026-11-18');
  await admin.getByRole('button', { name: 'Set value' }).click();
  await expect(admin.getByRole('button', { name: 'Undo' })).toBeVisible();

  await signIn(page, 'supervisor');
  await page.goto('/');
  const row = page.getByRole('table', { name: /by counselor/ }).getByRole('row');
  await expect(row.filter({ hasText: /\d+ of 5/ }).first()).toBeVisible();
  await expect(row.filter({ hasText: /over capacity/ }).first()).toBeVisible();
  await admin.getByRole('button', { name: 'Undo' }).click();
  await expect(row.filter({ hasText: /of 5/ })).toHaveCount(0);
  await admin.context().close();
});
