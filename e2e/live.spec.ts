import type { Page } from '@playwright/test';
import type { Appointment } from 'fhir/r4';
import type { Caseload, CaseloadLine } from '../domain/caseload/caseload.contract.ts';
import type {
  ClientProgress,
  SourceRecord,
} from '../domain/client-progress/client-progress.contract.ts';
import { type Clinic, expect, test } from './fixtures/clinic.ts';
import { signIn } from './fixtures/sign-in.ts';

test('a no-show that the front desk records changes the open caseload by itself', async ({
  page,
  clinic,
}) => {
  await signIn(page, 'counselor');
  const { lines } = (await (await page.request.get('/api/caseload')).json()) as Caseload;
  const line = lines.find(({ strip }) =>
    strip.some(({ marks }) => marks.includes('unrecorded')),
  ) as CaseloadLine;
  await page.goto('/caseload');
  const name = new RegExp(`^${line.familyName}, ${line.givenName}`);
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name }) });
  const { numerator, denominator } = line.attendance;
  await expect(row).toContainText(`${numerator}/${denominator}`);
  let loads = 0;
  page.on('load', () => loads++);

  await recordNoShow(page, clinic, line);

  await expect(row).toContainText(`${numerator}/${denominator + 1}`);
  expect(loads).toBe(0);
});

/** Plays the front desk at the scheduling system: what nobody recorded was a no-show. */
async function recordNoShow(page: Page, { fhirUrl }: Clinic, line: CaseloadLine): Promise<void> {
  const get = async <T>(path: string) => (await (await page.request.get(path)).json()) as T;
  const { sessions } = await get<ClientProgress>(`/api/clients/${line.clientId}`);
  const open = sessions.find(({ status }) => status === 'unrecorded');
  const record = await get<SourceRecord>(`/api/source-records/${open?.recordId}`);
  const appointment = JSON.parse(record.revisions[0]?.body ?? '') as Appointment;
  const answer = await fetch(`${fhirUrl}/Appointment/${appointment.id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify({ ...appointment, status: 'noshow' }),
  });
  expect(answer.status).toBe(200);
}
