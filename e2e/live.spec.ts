import type { Appointment } from 'fhir/r4';
import type { Caseload, CaseloadLine } from '../domain/caseload/caseload.contract.ts';
import type { SourceRecord } from '../domain/client-progress/client-progress.contract.ts';
import { type Clinic, expect, test } from './fixtures/clinic.ts';
import { signIn } from './fixtures/sign-in.ts';

test('a no-show that the front desk records changes the open caseload by itself', async ({ page, clinic }) => {
  await signIn(page, 'counselor');
  const { lines } = (await (await page.request.get('/api/caseload')).json()) as Caseload;
  const line = lines.find((one) => one.next !== null && /Group/.test(one.next.service)) as CaseloadLine;
  await page.goto('/caseload');
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: new RegExp(`^${line.familyName}, ${line.givenName}`) }) });
  await expect(row).toBeVisible();
  const before = await row.innerText();
  let loads = 0;
  page.on('load', () => loads++);

  await recordCancelled(page, clinic, line);

  // The next session is another one now: its place in the row says so.
  await expect(async () => expect(await row.innerText()).not.toBe(before)).toPass({ timeout: 10_000 });
  expect(loads).toBe(0);
});

/** Plays the front desk at the scheduling system: the client's next session is set to no-show. */
async function recordCancelled(page: import('@playwright/test').Page, { fhirUrl }: Clinic, line: CaseloadLine): Promise<void> {
  const sessions = (await (await page.request.get(`/api/clients/${line.clientId}`)).json()) as { sessions: { recordId: string; startsAt: string; status: string }[] };
  const next = sessions.sessions.find(({ startsAt }) => startsAt === line.next?.startsAt);
  const record = (await (await page.request.get(`/api/source-records/${next?.recordId}`)).json()) as SourceRecord;
  const appointment = JSON.parse(record.revisions[0]?.body ?? '') as Appointment;
  const answer = await fetch(`${fhirUrl}/Appointment/${appointment.id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify({ ...appointment, status: 'noshow' }),
  });
  expect(answer.status).toBe(200);
}
