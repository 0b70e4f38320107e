import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientsBy } from '../calibration/discharged-stays.ts';
import { calendarDay, isoDate, utcDay } from '../model/calendar-day.ts';
import { buildClinic } from '../model/clinic.ts';
import { endsAsPlanned } from '../model/course.ts';
import { medicationRequests } from './medication-request.ts';

const clinic = buildClinic(1, 150);

/** The last prescription of each stay that lasts beyond it. */
const bridges = clientsBy(clinic, calendarDay('2026-11-18')).flatMap((timeline) => {
  const all = medicationRequests(clinic, timeline).filter(({ id }) => !id.endsWith('-kit'));
  return timeline.episodes.flatMap(({ placement }) => {
    const own = all.filter(({ id }) => id.includes(`-${placement.ordinal + 1}-`));
    const last = own.at(-1);
    const lastDay = last?.render(1).dispenseRequest?.validityPeriod?.end ?? '';
    if (!last || lastDay < isoDate(placement.endDay)) return [];
    return [{ placement, lastDay, status: last.render(last.at.length).status, at: last.at }];
  });
});

test('whoever moves down a level here goes on with the medication there', () => {
  const stepped = bridges.filter(({ placement }) => placement.next?.entry === 'step-down');
  assert.ok(stepped.length > 10);
  assert.ok(stepped.every(({ status }) => status === 'completed'));
});

test('a prescription that somebody else goes on with is closed the day after it runs out', () => {
  const left = bridges.filter(
    ({ placement: { step, next } }) => next?.entry !== 'step-down' && step.reason !== 'died',
  );
  const closed = left.filter(({ status }) => status === 'completed');
  assert.ok(
    closed.every(({ lastDay, at }) => isoDate(utcDay(at[1] ?? 0) - 1) === lastDay),
    'closed then',
  );
  const shareOf = (planned: boolean) => {
    const own = left.filter(({ placement }) => endsAsPlanned(placement.step.reason) === planned);
    return own.filter(({ status }) => status === 'completed').length / own.length;
  };
  assert.ok(Math.abs(shareOf(true) - 0.75) < 0.08, `${shareOf(true)}`);
  assert.ok(Math.abs(shareOf(false) - 0.3) < 0.08, `${shareOf(false)}`);
});
