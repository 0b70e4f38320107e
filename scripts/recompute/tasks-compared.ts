import { AnsweredTasks } from './answered/answered-tasks.ts';
import type { RunningClinic } from './clinic-to-check.ts';
import { type Comparison, differencesOf } from './differences-of.ts';
import { instantsToCheck } from './instants-to-check.ts';
import type { OwnEntries } from './own-entries/own-entries.ts';
import { RecomputedCaseloads } from './recount/recomputed-caseloads.ts';
import type { ClinicRecords } from './source/clinic-records.ts';
import type { TableCompared } from './tables-compared.ts';
import { whileNothingChanges } from './while-nothing-changes.ts';

/** What is asked of a counselor and of a supervisor, by rules and by what staff wrote; and a day's sessions. */
export const compareTasks = (
  clinic: RunningClinic,
  records: ClinicRecords,
  entries: OwnEntries,
): Promise<TableCompared[]> =>
  whileNothingChanges(clinic, records, (now) => compareNow(clinic, records, entries, now));

async function compareNow(
  { serverUrl }: RunningClinic,
  records: ClinicRecords,
  entries: OwnEntries,
  now: number,
): Promise<TableCompared[]> {
  const recomputed = new RecomputedCaseloads(records, entries);
  const compared: TableCompared[] = [];
  const add = (table: string, found: Comparison) => compared.push({ table, ...found });
  for (const role of ['counselor', 'supervisor'] as const) {
    const answered = await AnsweredTasks.signIn(serverUrl, role);
    const counselors = recomputed.counselorsToCompare(now);
    const { timeZone } = counselors.find(({ name }) => name === answered.name) ??
      counselors[0] ?? { timeZone: 'UTC' };
    for (const { instant, why } of instantsToCheck(now, timeZone, undefined)) {
      const reader = { role, name: answered.name };
      const tasks = recomputed.tasksOf(reader, instant);
      add(`tasks, ${role}, ${why}`, differencesOf(tasks, await answered.tasks(instant)));
    }
    if (role === 'counselor') {
      const today = recomputed.todayOf(answered.name, now);
      add('sessions today', differencesOf(today, await answered.today(now)));
    }
  }
  return compared;
}
