import { expect, test } from './fixtures/clinic.ts';
import { expectAccessible } from './fixtures/expect-accessible.ts';
import { type Persona, signIn } from './fixtures/sign-in.ts';

const PAGES: [who: Persona, name: string, path: string][] = [
  ['counselor', 'caseload', '/caseload'],
  ['counselor', 'sessions today', '/sessions-today'],
  ['counselor', 'attendance, sessions', '/attendance/sessions'],
  ['supervisor', 'attendance, groups', '/attendance/groups'],
  ['director', 'attendance, trend', '/attendance/trend'],
  ['director', 'attendance, dose', '/attendance/dose'],
  ['counselor', 'data', '/data'],
  ['counselor', 'not found', '/nowhere'],
  ['counselor', 'not in scope', '/clients/00000000-0000-4000-8000-000000000000'],
  ['counselor', 'to do', '/to-do'],
  ['supervisor', 'intake', '/intake'],
  ['supervisor', 'overview by counselor', '/caseload'],
  ['director', 'overview by program', '/caseload'],
  ['admin', 'data', '/data'],
  ['admin', 'settings', '/settings'],
  ['supervisor', 'settings, to read', '/settings'],
];
const THEMES = ['light', 'dark'] as const;
const ATTENDANCE: typeof PAGES = [
  ...PAGES.filter(([, , path]) => path.startsWith('/attendance')),
  ['supervisor', 'rows behind a figure', '/attendance/cases?counts=numerator'],
];

for (const colorScheme of THEMES) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('the sign-in page is accessible', async ({ page }) => {
      await page.goto('/sign-in');
      await expect(page.getByRole('button', { name: /Counselor/ })).toBeVisible();
      await expectAccessible(page);
    });

    for (const [who, name, path] of PAGES) {
      test(`${name} as ${who} is accessible`, async ({ page }) => {
        await signIn(page, who);
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await page.waitForLoadState('load');
        await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
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

    for (const [who, name, path] of ATTENDANCE) {
      test(`${name} as ${who} is accessible`, async ({ page }) => {
        if (contrast === 'chosen') {
          await page.addInitScript(() => localStorage.setItem('throughline.theme', 'contrast'));
        }
        await signIn(page, who);
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await page.waitForLoadState('load');
        await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
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
