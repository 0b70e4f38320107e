import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarDay, DAY_MS } from './calendar-day.ts';
import { Census } from './census.ts';
import { buildClinic } from './clinic.ts';
import { timeline } from './timeline.ts';

const clinic = buildClinic(1, 150);
const census = new Census(clinic);
census.extendTo(calendarDay('2026-11-16'));
const episodes = Array.from({ length: census.clientCount }, (_, client) =>
  census.placementsOf(client),
)
  .filter(({ length }) => length > 0)
  .flatMap((own) => timeline(clinic, own).episodes);
const intensive = episodes.filter(({ placement }) => placement.step.level === '2.1');

/** TEDS 2004, discharges from intensive outpatient treatment. */
const PUBLISHED: Record<string, { share: number; median: number }> = {
  completed: { share: 0.377, median: 50 },
  transferred: { share: 0.179, median: 42 },
  'dropped-out': { share: 0.232, median: 26 },
  terminated: { share: 0.14, median: 36 },
  other: { share: 0.072, median: 36 },
};

function median(numbers: number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
}

function near(value: number, published: number, tolerance: number, what: string): void {
  assert.ok(Math.abs(value - published) <= tolerance, `${what}: ${value}, published ${published}`);
}

test('stays and discharge reasons are those of TEDS 2004', () => {
  const counted = (reason: string) => (reason in PUBLISHED ? reason : 'other');
  for (const [reason, { share, median: published }] of Object.entries(PUBLISHED)) {
    const stays = intensive.filter(({ placement }) => counted(placement.step.reason) === reason);
    near(stays.length / intensive.length, share, 0.03, `share of ${reason}`);
    near(median(stays.map(({ placement }) => placement.step.stayDays)), published, 4, reason);
  }
  near(median(intensive.map(({ placement }) => placement.step.stayDays)), 41, 4, 'all');
});

test('sessions are kept, missed, late and unrecorded in the expected proportions', () => {
  const sessions = episodes.flatMap((episode) => episode.sessions);
  const last = sessions.map(({ changes }) => changes[changes.length - 1]);
  const count = (test: (at: number) => boolean) => last.filter((_, at) => test(at)).length;
  const attended = count((at) => last[at].status === 'fulfilled');
  const missed = count((at) => last[at].status === 'noshow');
  const cancelled = count((at) => last[at].reason === 'pat');
  const due = attended + missed + cancelled;
  near(attended / due, 0.75, 0.02, 'attendance');
  assert.ok(missed / due > 0.1 && missed / due < 0.2, `no-show ${missed / due}`);
  const excused = count(
    (at) => last[at].reason === 'pat' && sessions[at].start - last[at].at >= DAY_MS,
  );
  assert.ok(excused > 0.3 * cancelled && excused < 0.75 * cancelled, `${excused}/${cancelled}`);
  near(
    count((at) => last[at].status === 'booked') / sessions.length,
    0.025,
    0.01,
    'never recorded',
  );
  const bare = count((at) => last[at].status === 'fulfilled' && !sessions[at].presence);
  near(bare / attended, 0.03, 0.01, 'kept without encounter');
  for (const reason of ['prov-hosp', 'oth-weath', 'prov'] as const) {
    assert.ok(count((at) => last[at].reason === reason) > 50, reason);
  }
  assert.ok(count((at) => last[at].status === 'cancelled' && !last[at].reason) > 50);
  const seen = sessions.filter(({ presence }) => presence);
  const late = seen.filter(({ start, presence }) => presence!.start - start > 600_000).length;
  const early = seen.filter(({ end, presence }) => end - presence!.end > 600_000).length;
  near(late / seen.length, 0.07, 0.02, 'late');
  near(early / seen.length, 0.05, 0.02, 'left early');
});

test('people differ: attendance varies between clients by about 0.15', () => {
  const rates = episodes
    .map(({ sessions }) => sessions.map(({ changes }) => changes[changes.length - 1]))
    .map((last) => ({
      kept: last.filter(({ status }) => status === 'fulfilled').length,
      due: last.filter(
        ({ status, reason }) => status === 'fulfilled' || status === 'noshow' || reason === 'pat',
      ).length,
    }))
    .filter(({ due }) => due >= 15);
  const shares = rates.map(({ kept, due }) => kept / due);
  const mean = shares.reduce((sum, one) => sum + one, 0) / shares.length;
  const variance = shares.reduce((sum, one) => sum + (one - mean) ** 2, 0) / shares.length;
  const within =
    rates.reduce((sum, { kept, due }) => sum + ((kept / due) * (1 - kept / due)) / due, 0) /
    rates.length;
  near(Math.sqrt(variance - within), 0.15, 0.035, 'spread between clients');
});
