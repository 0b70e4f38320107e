import { AnsweredClientPages } from './answered/answered-client-pages.ts';
import type { RunningClinic } from './clinic-to-check.ts';
import { differencesOf } from './differences-of.ts';
import { NOTHING_WRITTEN } from './own-entries/own-entries.ts';
import { RecomputedCaseloads } from './recount/recomputed-caseloads.ts';
import type { ClinicRecords } from './source/clinic-records.ts';
import type { TableCompared } from './tables-compared.ts';
import { whileNothingChanges } from './while-nothing-changes.ts';

const clientsCompared = 50;

/** The figures of clients' own pages, as things stand. */
export const compareClientPages = (
  clinic: RunningClinic,
  records: ClinicRecords,
  entries = NOTHING_WRITTEN,
): Promise<TableCompared[]> =>
  whileNothingChanges(clinic, records, async (now) => {
    const recounted = new RecomputedCaseloads(records, entries).pagesAt(now, clientsCompared);
    const answered = await AnsweredClientPages.signIn(clinic.serverUrl, now);
    const told = await answered.of(recounted.keys(), now);
    return [{ table: 'client pages', ...differencesOf(recounted, told) }];
  });
