import { calendarDay } from '../model/calendar-day.ts';
import { buildClinic } from '../model/clinic.ts';
import { accessComparisons } from './access-and-return.ts';
import { attendanceComparisons } from './attendance.ts';
import type { Comparison } from './comparison.ts';
import { clientsBy, intensiveStays } from './discharged-stays.ts';
import { scoreComparisons } from './scores.ts';
import { stayComparisons } from './stays.ts';

const CLIENTS = 150;
const LAST_DAY = '2026-11-18';

const clinic = buildClinic(Number(process.argv[2] ?? 1), CLIENTS);
const clients = clientsBy(clinic, calendarDay(LAST_DAY));
const stays = intensiveStays(clients);
console.table(
  [
    ...stayComparisons(stays),
    ...attendanceComparisons(stays),
    ...accessComparisons(clinic, clients),
    ...scoreComparisons(clinic, stays),
  ].map(({ quantity, simulated, published, unit, source }) => ({
    quantity,
    simulated: said(simulated, unit),
    published: said(published, unit),
    source,
  })),
);
console.log(`${clients.length} clients, ${stays.length} stays in intensive outpatient treatment`);

function said(value: number, unit: Comparison['unit']): string {
  if (unit === 'share') return `${(100 * value).toFixed(1)} %`;
  return unit === 'days' ? `${value} d` : value.toFixed(1);
}
