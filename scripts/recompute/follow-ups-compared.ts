import { AnsweredFollowUps } from './answered/answered-follow-ups.ts';
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
 * the roles that ask after them may see. A round for each reader: of a long one the clinic changes meanwhile.
 */
export async function compareFollowUps(
  clinic: RunningClinic,
  records: ClinicRecords,
  entries: OwnEntries,
): Promise<TableCompared[]> {
  const answers = await AnsweredFollowUps.signIn(clinic.serverUrl);
  const compared = await whileNothingChanges(clinic, records, async (now) => {
    const tables: TableCompared[] = [];
    for (const days of [0, 12]) {
      const asOf = now + days * day;
      const recounted = followUpValues(records, entries, asOf);
      const answered = await answers.of('director', asOf);
      tables.push({
        table: `follow-ups, ${days === 0 ? 'now' : `${days} days on`}`,
        ...differencesOf(recounted, answered),
      });
    }
    return tables;
  });
  for (const role of ['peer', 'aftercare']) {
    const { name } = await (await SignedIn.as(clinic.serverUrl, role)).get<Me>('/api/me');
    const ofRole = await whileNothingChanges(clinic, records, async (now) => {
      const mayBeSeen = clientsFollowedUp(records, name, now);
      const recounted = followUpValues(records, entries, now, mayBeSeen);
      return differencesOf(recounted, await answers.of(role, now));
    });
    compared.push({ table: `follow-ups, ${role}`, ...ofRole });
  }
  return compared;
}
