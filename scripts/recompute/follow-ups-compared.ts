import { answeredFollowUps } from './answered/answered-follow-ups.ts';
import type { RunningClinic } from './clinic-to-check.ts';
import { differencesOf } from './differences-of.ts';
import type { OwnEntries } from './own-entries/own-entries.ts';
import { followUpValues } from './recount/follow-up-values.ts';
import type { ClinicRecords } from './source/clinic-records.ts';
import type { TableCompared } from './tables-compared.ts';
import { whileNothingChanges } from './while-nothing-changes.ts';

const day = 86_400_000;

/** Everybody who left: now, and when windows in which something was logged are over. */
export const compareFollowUps = (
  clinic: RunningClinic,
  records: ClinicRecords,
  entries: OwnEntries,
): Promise<TableCompared[]> =>
  whileNothingChanges(clinic, records, async (now) => {
    const compared: TableCompared[] = [];
    for (const days of [0, 12]) {
      const asOf = now + days * day;
      const recounted = followUpValues(records, entries, asOf);
      const answered = await answeredFollowUps(clinic.serverUrl, asOf);
      compared.push({
        table: `follow-ups, ${days === 0 ? 'now' : `${days} days on`}`,
        ...differencesOf(recounted, answered),
      });
    }
    return compared;
  });
