import type { CarePlan } from 'fhir/r4';
import { randomUUID } from 'node:crypto';
import type { SignedIn } from './answered/signed-in.ts';
import type { Act } from './front-desk/acts.ts';
import { carryOut } from './front-desk/carry-out.ts';
import type { OwnPlanEntry } from './own-entries/own-entries.ts';
import { isInCare, planOfRecord } from './recount/plan-of-episode.ts';
import { phasesOf } from './recount/prescribed-minutes.ts';
import { addDays } from './recount/site-calendar.ts';
import type { ClinicRecords } from './source/clinic-records.ts';

interface Line {
  clientId: string;
  recordNumber: string;
  episodeId: string;
  onHold: boolean;
  phase: { number: number; of: number } | null;
}

/**
 * Two clients go on to their next phase from today, two are to leave on another day than was planned; of
 * one of each the record is then changed, and says a third thing. When the last was, `null` for none.
 */
export async function writePlanEntries(
  supervisor: SignedIn,
  records: ClinicRecords,
  fhirUrl: string,
  now: () => Promise<number>,
): Promise<{ plans: OwnPlanEntry[]; changedAt: string | null }> {
  const today = new Date(await now()).toISOString().slice(0, 10);
  // What is written belongs to an episode, and goes with one that the front desk took away meanwhile.
  await records.read(new Date(await now()).toISOString());
  const { lines } = await supervisor.get<{ lines: Line[] }>('/api/caseload');
  const planned = lines.filter(
    ({ onHold, phase, recordNumber }) =>
      !onHold &&
      phase &&
      isInCare(recordNumber, records) &&
      planOfRecord(recordNumber, today, records)?.period?.end,
  );
  const goOn = planned.filter(({ phase }) => phase && phase.number < phase.of).slice(0, 2);
  const leave = planned.filter((line) => !goOn.includes(line)).slice(0, 2);
  const plans: OwnPlanEntry[] = [];
  const acts: Act[] = [];
  for (const [index, line] of [...goOn, ...leave].entries()) {
    const { clientId, episodeId, recordNumber, phase } = line;
    const before = planOfRecord(recordNumber, today, records);
    const says = goOn.includes(line)
      ? { number: (phase?.number ?? 0) + 1, from: today }
      : { on: addDays(today, 20 + index) };
    await supervisor.post(`/api/clients/${clientId}/entries`, {
      ...{ id: randomUUID(), seen: null, episodeId },
      kind: 'on' in says ? 'planned-discharge' : 'phase',
      says: { ...says, because: 'By the team' },
    });
    plans.push({ recordNumber, says, at: await now(), before });
    if (before && index % 2 === 1) acts.push({ leave: changed(before, 'on' in says) });
  }
  return { plans, changedAt: acts.length > 0 ? await carryOut(fhirUrl, acts) : null };
}

/** The record's plan ends five weeks later, or its last phase begins a day later. */
function changed(plan: CarePlan, itsEnd: boolean): CarePlan {
  const other = structuredClone(plan);
  if (itsEnd && other.period?.end) other.period.end = addDays(other.period.end, 35);
  const bounds = phasesOf(other).at(-1)?.detail?.scheduledTiming?.repeat?.boundsPeriod;
  if (!itsEnd && bounds?.start) bounds.start = addDays(bounds.start, 1);
  return other;
}
