import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures/clinic.ts';
import { expectAccessible } from './fixtures/expect-accessible.ts';
import { type Persona, signIn } from './fixtures/sign-in.ts';

type Shown = (page: Page) => Locator;
const table =
  (name: string | RegExp): Shown =>
  (page) =>
    page.getByRole('table', { name }).getByRole('row').nth(1);
const grid =
  (name: string): Shown =>
  (page) =>
    page.getByRole('grid', { name }).getByRole('row').nth(1);
const heading =
  (name: string | RegExp): Shown =>
  (page) =>
    page.getByRole('heading', { name });
const words =
  (text: string | RegExp): Shown =>
  (page) =>
    page.getByText(text);

/** Each with what stands there once it has loaded: that nothing waits is true before it began. */
const PAGES: [who: Persona, name: string, path: string, loaded: Shown][] = [
  ['counselor', 'caseload', '/caseload', grid('Caseload')],
  ['counselor', 'sessions today', '/sessions-today', heading(/am–|pm–/)],
  ['counselor', 'attendance, sessions', '/attendance/sessions', grid('Sessions')],
  ['supervisor', 'attendance, groups', '/attendance/groups', grid('Groups')],
  ['director', 'attendance, trend', '/attendance/trend', heading('What the rules found')],
  ['director', 'attendance, dose', '/attendance/dose', heading('By level of care, one scale')],
  ['counselor', 'data', '/data', table('What came, and what was used')],
  ['counselor', 'not found', '/nowhere', heading(/not found/i)],
  [
    'counselor',
    'not in scope',
    '/clients/00000000-0000-4000-8000-000000000000',
    words('You do not have access to this record, or it does not exist.'),
  ],
  ['counselor', 'to do', '/to-do', (page) => page.getByRole('link', { name: /^Log contact: / })],
  ['supervisor', 'intake', '/intake', words(/people wait|person waits|Nobody who asked for help/)],
  ['supervisor', 'aftercare, list', '/aftercare?view=list', table(/between two levels/)],
  ['supervisor', 'overview by counselor', '/caseload', table(/by counselor/)],
  ['director', 'overview by program', '/caseload', table(/by program/)],
  ['admin', 'data', '/data', table('What came, and what was used')],
  ['admin', 'settings', '/settings', table(/^Rules, what holds today/)],
  ['supervisor', 'settings, to read', '/settings', table(/^Rules, what holds today/)],
];
const THEMES = ['light', 'dark'] as const;
const ATTENDANCE: typeof PAGES = [
  ...PAGES.filter(([, , path]) => path.startsWith('/attendance')),
  [
    'supervisor',
    'rows behind a figure',
    '/attendance/cases?counts=numerator',
    grid('Sessions behind the figure'),
  ],
];

for (const colorScheme of THEMES) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('the sign-in page is accessible', async ({ page }) => {
      await page.goto('/sign-in');
      await expect(page.getByRole('button', { name: /Counselor/ })).toBeVisible();
      await expectAccessible(page);
    });

    for (const [who, name, path, loaded] of PAGES) {
      test(`${name} as ${who} is accessible`, async ({ page }) => {
        await signIn(page, who);
        await page.goto(path);
        await expect(loaded(page).first()).toBeVisible();
        await expect(page.locator('[aria-busy=\"true\"]')).toHaveCount(0);
        await expectAccessible(page);
      });
    }

    test('a client, the record behind a session and the reasons are accessible', async ({
      page,
    }) => {
      await signIn(page, 'counselor');
      await page.goto('/caseload');
      await page
        .getByRole('grid')
        .getByRole('button', { name: /in a row|Not seen|short/ })
        .first()
        .click();
      await expect(page.getByRole('dialog', { name: 'Why listed here' })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await page.getByRole('grid').getByRole('link').first().click();
      await page.getByRole('button', { name: 'Sessions, as a table' }).click();
      await expect(page.getByRole('table', { name: /Sessions/ })).toBeVisible();
      await expectAccessible(page);
      await page
        .getByRole('link', { name: /^Record of/ })
        .first()
        .click();
      await expect(page.getByRole('dialog', { name: 'Source record' })).toContainText(
        'resourceType',
      );
      await expectAccessible(page);
    });
  });
}

/** The product's own theme of high contrast, and the colours that a system forces on every page. */
for (const contrast of ['chosen', 'forced'] as const) {
  test.describe(`high contrast, ${contrast}`, () => {
    test.use({ contextOptions: { forcedColors: contrast === 'forced' ? 'active' : 'none' } });

    for (const [who, name, path, loaded] of ATTENDANCE) {
      test(`${name} as ${who} is accessible`, async ({ page }) => {
        if (contrast === 'chosen') {
          await page.addInitScript(() => localStorage.setItem('throughline.theme', 'contrast'));
        }
        await signIn(page, who);
        await page.goto(path);
        await expect(loaded(page).first()).toBeVisible();
        await expect(page.locator('[aria-busy=\"true\"]')).toHaveCount(0);
        await expectAccessible(page);
      });
    }
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the caseload is accessible, and nothing runs out of the side', async ({ page }) => {
    await signIn(page, 'counselor');
    await page.goto('/caseload');
    await expect(
      page.getByRole('grid', { name: 'Caseload' }).getByRole('link').first(),
    ).toBeVisible();
    await expectAccessible(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
});
