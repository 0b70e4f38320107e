import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarDay } from '../model/calendar-day.ts';
import { buildClinic } from '../model/clinic.ts';
import { accessComparisons } from './access-and-return.ts';
import { attendanceComparisons } from './attendance.ts';
import type { Comparison } from './comparison.ts';
import { clientsBy, intensiveStays } from './discharged-stays.ts';
import { scoreComparisons } from './scores.ts';
import { stayComparisons } from './stays.ts';

const clinic = buildClinic(1, 150);
const clients = clientsBy(clinic, calendarDay('2026-11-18'));
const stays = intensiveStays(clients);
const TOLERANCE: Record<Comparison['unit'], number> = { share: 0.035, days: 4, points: 1.2 };

/** Published of other settings, or of a different pattern of stays: printed, not aimed at. */
const NOT_AIMED_AT = /^Still in treatment|^Gone before/;

for (const { quantity, simulated, published, unit } of [
  ...stayComparisons(stays),
  ...attendanceComparisons(stays),
  ...accessComparisons(clinic, clients),
  ...scoreComparisons(clinic, stays),
].filter((one) => !NOT_AIMED_AT.test(one.quantity))) {
  test(`${quantity} is about ${published.toFixed(unit === 'days' ? 0 : 2)}`, () => {
    assert.ok(Math.abs(simulated - published) <= TOLERANCE[unit], `${simulated}`);
  });
}
