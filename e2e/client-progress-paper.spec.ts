import type { Caseload } from '../domain/caseload/caseload.contract.ts';
import { expect, test } from './fixtures/clinic.ts';
import { clientWhere, lane, mayBeSent, withAllRecordsRead } from './fixtures/client-page.ts';
import { expectAccessible } from './fixtures/expect-accessible.ts';

withAllRecordsRead();

/** Pages of a PDF as its own catalogue lists them. */
const sheetsOf = (pdf: Buffer): number =>
  (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;

test('the case review of every client is one sheet, on Letter and on A4', async ({ page }) => {
  const { lines } = (await (await page.request.get('/api/caseload')).json()) as Caseload;
  for (const { clientId } of lines) {
    await page.goto(`/clients/${clientId}`);
    await expect(lane(page, 'Way')).toBeVisible();
    for (const format of ['Letter', 'A4'])
      expect([clientId, format, sheetsOf(await page.pdf({ format }))]).toEqual([
        clientId,
        format,
        1,
      ]);
  }
});

test('a packet for a payer: accounted for before it is printed, and by whom it went to whom', async ({
  page,
}) => {
  const client = await clientWhere(page, mayBeSent);
  await page.goto(`/clients/${client.clientId}`);
  await page.getByRole('link', { name: 'Packet for the payer' }).click();
  const packet = page.locator('app-utilization-packet');
  await expect(packet).toContainText('Missed sessions, and outreach after each');
  await page.emulateMedia({ media: 'print' });
  await expect(packet).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: 'Record the disclosure' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Say where it is sent.' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Address, fax or portal').fill('Portal');
  await page.getByRole('button', { name: 'Record the disclosure' }).click();
  await expect(page.getByText(/Disclosed to .+, Portal, by /)).toBeVisible();
  await expect(page.locator('app-disclosures-before')).toContainText(
    'utilization review, for payment',
  );
  await page.emulateMedia({ media: 'print' });
  await expect(packet).toBeVisible();
  await expect(page.locator('app-disclosure-notice')).toContainText(
    'A general authorization for the release of medical or other information is NOT sufficient',
  );
  // A sheet about one client names nobody else.
  await expect(page.locator('app-safety-band')).toBeHidden();
});

test('without a consent that holds nothing may be sent, and the page says why', async ({
  page,
}) => {
  const client = await clientWhere(
    page,
    (one) => one.background.authorization !== null && !mayBeSent(one),
  );
  await page.goto(`/clients/${client.clientId}/utilization-review`);
  await expect(page.getByText('Nothing may be sent to a payer.')).toBeVisible();
  await expect(page.getByText(/ended on|is no longer in force/)).toBeVisible();
  await expect(page.locator('app-utilization-packet')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Record the disclosure' })).toHaveCount(0);
  await expectAccessible(page);
});
