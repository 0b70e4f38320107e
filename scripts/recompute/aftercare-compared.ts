import { AnsweredAftercare } from './answered/answered-aftercare.ts';
import type { RunningClinic } from './clinic-to-check.ts';
import { differencesOf } from './differences-of.ts';
import type { OwnEntries } from './own-entries/own-entries.ts';
import { boardValues } from './recount/aftercare/board-values.ts';
import { RecomputedMeasures } from './recount/recomputed-measures.ts';
import type { ClinicRecords } from './source/clinic-records.ts';
import type { TableCompared } from './tables-compared.ts';
import { whileNothingChanges } from './while-nothing-changes.ts';

const day = 86_400_000;
/** Before anything was written, now, and when the weeks are over in which a card stays where it is. */
const daysOn = [-30, 0, 12, 40];

/** The board and the flows between levels of care, at each of the days. */
export const compareAftercare = (
  clinic: RunningClinic,
  records: ClinicRecords,
  entries: OwnEntries,
): Promise<TableCompared[]> =>
  whileNothingChanges(clinic, records, async (now) => {
    const answered = await AnsweredAftercare.signIn(clinic.serverUrl);
    const measures = new RecomputedMeasures(records, entries);
    const compared: TableCompared[] = [];
    for (const days of daysOn) {
      const asOf = now + days * day;
      const when = days === 0 ? 'now' : days < 0 ? `${-days} days back` : `${days} days on`;
      const asked = { ...measures.weeksUpTo(asOf), asOf: new Date(asOf).toISOString() };
      const board = differencesOf(boardValues(records, entries, asOf), await answered.board(asOf));
      const flows = differencesOf(measures.flows(asOf), await answered.flows(asked));
      compared.push({ table: `board, ${when}`, ...board }, { table: `flows, ${when}`, ...flows });
    }
    return compared;
  });
