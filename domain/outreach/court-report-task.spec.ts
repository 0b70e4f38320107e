import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import { courtReportTask } from './court-report-task.ts';

const task = (dueOn: string) =>
  courtReportTask(
    {
      ...{ dutyId: 'd', clientId: 'c', to: 'Drug Court', dueOn, today: '2026-11-18' },
      ...{ timeZone: 'America/New_York', ownerId: 'ruth' },
    },
    PROGRAM_DEFAULTS,
  );

test('a report to a court is due in the days that the program has set before its day, and after it', () => {
  assert.equal(task('2026-11-26'), null);
  const due = task('2026-11-25');
  assert.deepEqual(
    [due?.what, due?.evidence, due?.dueOn, due?.ownerId],
    ['Report due', 'Drug Court', '2026-11-25', 'ruth'],
  );
  assert.notEqual(task('2026-10-01'), null);
});
