import { AnsweredCaseloads } from './answered/answered-caseloads.ts';
import { type RunningClinic, healthOf, untilRead } from './clinic-to-check.ts';
import { type Comparison, differencesOf } from './differences-of.ts';
import { instantsToCheck } from './instants-to-check.ts';
import { RecomputedCaseloads } from './recount/recomputed-caseloads.ts';
import type { ClinicRecords } from './source/clinic-records.ts';

const rounds = 5;

/** A counselor's caseload at an instant, on both sides. */
export interface CaseloadCompared extends Comparison {
  counselor: string;
  site: string;
  asOf: string;
  why: string;
}

/** The clinic goes on while it is read: asks again until nothing changed between both readings. */
export async function compareCaseloads(
  { serverUrl }: RunningClinic,
  records: ClinicRecords,
): Promise<CaseloadCompared[]> {
  for (let round = 1; round <= rounds; round += 1) {
    const { now } = await healthOf(serverUrl);
    await records.read(now);
    await untilRead(serverUrl, now);
    const compared = await compareNow(records, serverUrl, Date.parse(now));
    const { now: after } = await healthOf(serverUrl);
    if ((await records.read(after)) === 0) return compared;
  }
  throw new Error(`The clinic changed during each of ${rounds} rounds: try again.`);
}

async function compareNow(
  records: ClinicRecords,
  serverUrl: string,
  now: number,
): Promise<CaseloadCompared[]> {
  const recomputed = new RecomputedCaseloads(records);
  const answered = await AnsweredCaseloads.signIn(serverUrl);
  const compared: CaseloadCompared[] = [];
  for (const { name, site, timeZone } of recomputed.counselorsToCompare(now)) {
    const id = await answered.counselorId(name);
    const end = recomputed.endWithoutOutcome(name, now - 25 * 3_600_000);
    for (const { instant, why } of instantsToCheck(now, timeZone, end)) {
      compared.push({
        counselor: name,
        site,
        asOf: new Date(instant).toISOString(),
        why,
        ...differencesOf(recomputed.of(name, instant), await answered.of(id, instant)),
      });
    }
  }
  return compared;
}
