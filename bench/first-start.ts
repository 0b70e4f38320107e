import { setTimeout as wait } from 'node:timers/promises';
import {
  type ClinicToCheck,
  healthOf,
  startClinicToCheck,
  untilRead,
} from '../scripts/recompute/clinic-to-check.ts';
import type { Result } from './result.ts';

const millisecondsBetween = 50;

export interface FirstStart {
  clinic: ClinicToCheck;
  results: Result[];
}

/** A simulated clinic and a server on an empty folder, until a counselor's caseload is filled. */
export async function firstStart(clinicNow: Date): Promise<FirstStart> {
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  const clock = clinicNow.toISOString();
  const clinic = await startClinicToCheck({ clock, clients: '150', seed: '1' });
  const answers = seconds();
  while ((await healthOf(clinic.serverUrl)).status !== 'ready') await wait(millisecondsBetween);
  const ready = seconds();
  while ((await caseloadLines(clinic.serverUrl)) === 0) await wait(millisecondsBetween);
  const what = 'First start, 150 clients, PGlite';
  const result = (step: string, measured: number, target = ''): Result => ({
    what: `${what}: ${step}`,
    target,
    measured,
    unit: 's',
  });
  const results = [
    result('health answers', answers),
    result('health says ready', ready),
    result('caseload filled', seconds(), '≤ 15'),
  ];
  return { clinic, results };
}

/** From now on, until years of history have been read. */
export async function historyComplete({ serverUrl }: ClinicToCheck): Promise<Result> {
  const start = performance.now();
  await untilRead(serverUrl);
  const measured = (performance.now() - start) / 1000;
  return { what: 'History complete, after the filled caseload', target: '', measured, unit: 's' };
}

async function caseloadLines(serverUrl: string): Promise<number> {
  const signIn = await fetch(`${serverUrl}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona: 'counselor' }),
  });
  if (!signIn.ok) return 0;
  const cookie = signIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const answer = await fetch(`${serverUrl}/api/caseload`, { headers: { cookie } });
  return ((await answer.json()) as { lines: unknown[] }).lines.length;
}
