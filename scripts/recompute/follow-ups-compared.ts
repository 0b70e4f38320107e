import { answeredFollowUps } from './answered/answered-follow-ups.ts';
import type { RunningClinic } from './clinic-to-check.ts';
import { SignedIn } from './answered/signed-in.ts';
import { differencesOf } from './differences-of.ts';
import type { OwnEntries } from './own-entries/own-entries.ts';
import { clientsFollowedUp } from './recount/follow-up-reach.ts';
import { followUpValues } from './recount/follow-up-values.ts';
import type { ClinicRecords } from './source/clinic-records.ts';
import type { TableCompared } from './tables-compared.ts';
import { whileNothingChanges } from './while-nothing-changes.ts';

interface Me {
  name: string;
}

const day = 86_400_000;

/**
 * Everybody who left: now, and when windows in which something was logged are over; and now those whom
 * the roles that ask after them may see.
 */
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
      const answered = await answeredFollowUps(clinic.serverUrl, asOf, 'director');
      compared.push({
        table: `follow-ups, ${days === 0 ? 'now' : `${days} days on`}`,
        ...differencesOf(recounted, answered),
      });
    }
    for (const role of ['peer', 'aftercare']) {
      const { name } = await (await SignedIn.as(clinic.serverUrl, role)).get<Me>('/api/me');
      const recounted = followUpValues(
        records,
        entries,
        now,
        clientsFollowedUp(records, name, now),
      );
      const answered = await answeredFollowUps(clinic.serverUrl, now, role);
      compared.push({ table: `follow-ups, ${role}`, ...differencesOf(recounted, answered) });
    }
    return compared;
  });
