import { AnsweredCaseloads } from './answered/answered-caseloads.ts';
import type { RunningClinic } from './clinic-to-check.ts';
import { type Comparison, differencesOf } from './differences-of.ts';
import { instantsToCheck } from './instants-to-check.ts';
import { NOTHING_WRITTEN } from './own-entries/own-entries.ts';
import { RecomputedCaseloads } from './recount/recomputed-caseloads.ts';
import type { ClinicRecords } from './source/clinic-records.ts';
import { whileNothingChanges } from './while-nothing-changes.ts';

/** A counselor's caseload at an instant, on both sides. */
export interface CaseloadCompared extends Comparison {
  counselor: string;
  site: string;
  asOf: string;
  why: string;
  part: 'list' | 'brief';
}

export const compareCaseloads = (
  clinic: RunningClinic,
  records: ClinicRecords,
  entries = NOTHING_WRITTEN,
): Promise<CaseloadCompared[]> =>
  whileNothingChanges(clinic, records, (now) =>
    compareNow(new RecomputedCaseloads(records, entries), clinic.serverUrl, now),
  );

async function compareNow(
  recomputed: RecomputedCaseloads,
  serverUrl: string,
  now: number,
): Promise<CaseloadCompared[]> {
  const answered = await AnsweredCaseloads.signIn(serverUrl);
  const compared: CaseloadCompared[] = [];
  for (const { name, site, timeZone } of recomputed.counselorsToCompare(now)) {
    const id = await answered.counselorId(name);
    const end = recomputed.endWithoutOutcome(name, now - 25 * 3_600_000);
    for (const { instant, why } of instantsToCheck(now, timeZone, end)) {
      const about = { counselor: name, site, asOf: new Date(instant).toISOString(), why };
      const list = differencesOf(recomputed.of(name, instant), await answered.of(id, instant));
      const brief = differencesOf(
        recomputed.briefOf(name, instant),
        await answered.briefOf(id, instant),
      );
      compared.push({ ...about, part: 'list', ...list }, { ...about, part: 'brief', ...brief });
    }
  }
  return compared;
}
