import { compareAftercare } from './aftercare-compared.ts';
import { type CaseloadCompared, compareCaseloads } from './caseloads-compared.ts';
import { compareClientPages } from './client-pages-compared.ts';
import {
  type ClinicAsked,
  type ClinicToCheck,
  type RunningClinic,
  healthOf,
  startClinicToCheck,
  untilPast,
  untilRead,
} from './clinic-to-check.ts';
import { actsOf } from './front-desk/acts.ts';
import { carryOut } from './front-desk/carry-out.ts';
import { sessionsAtHand } from './front-desk/sessions-at-hand.ts';
import { compareFollowUps } from './follow-ups-compared.ts';
import { compareMeasures } from './measures-compared.ts';
import type { OwnEntries } from './own-entries/own-entries.ts';
import { ClinicRecords } from './source/clinic-records.ts';
import { compareTasks } from './tasks-compared.ts';
import { writeEntries } from './write-entries.ts';
import { compareTables, type TableCompared } from './tables-compared.ts';

export interface ClinicChecked {
  caseloads: CaseloadCompared[];
  /** The measures; and unless somebody else runs the server, which has to be stopped for it, its tables. */
  tables: TableCompared[];
}

/** All of it, or what came after discharges alone. */
export const parts = ['everything', 'aftercare'] as const;
export type Part = (typeof parts)[number];

export async function checkRunning(clinic: RunningClinic): Promise<ClinicChecked> {
  const records = await recordsOf(clinic);
  return {
    caseloads: await compareCaseloads(clinic, records),
    tables: [
      ...(await compareClientPages(clinic, records)),
      ...(await compareMeasures(clinic, records)),
    ],
  };
}

export async function checkOwn(asked: ClinicAsked, part: Part): Promise<ClinicChecked> {
  const clinic = await startClinicToCheck(asked);
  try {
    const records = await recordsOf(clinic);
    const now = Date.parse((await healthOf(clinic.serverUrl)).now);
    const acts = actsOf(sessionsAtHand(records, now));
    const changedAt = await carryOut(clinic.fhirUrl, acts);
    await untilPast(clinic.serverUrl, changedAt);
    // Who writes has to see what was changed: of a stay that is gone nothing is to be written.
    await untilRead(clinic.serverUrl, changedAt);
    const entries = await writeEntries(clinic.serverUrl, clinic.fhirUrl, records);
    return part === 'aftercare'
      ? { caseloads: [], tables: await aftercareOf(clinic, records, entries) }
      : await everythingOf(clinic, records, entries);
  } finally {
    await clinic.stop();
  }
}

async function aftercareOf(
  clinic: ClinicToCheck,
  records: ClinicRecords,
  entries: OwnEntries,
): Promise<TableCompared[]> {
  return [
    ...(await compareFollowUps(clinic, records, entries)),
    ...(await compareAftercare(clinic, records, entries)),
    ...(await compareMeasures(clinic, records, entries, 'discharges')),
  ];
}

async function everythingOf(
  clinic: ClinicToCheck,
  records: ClinicRecords,
  entries: OwnEntries,
): Promise<ClinicChecked> {
  const caseloads = await compareCaseloads(clinic, records, entries);
  const tables = [
    ...(await compareTasks(clinic, records, entries)),
    ...(await compareFollowUps(clinic, records, entries)),
    ...(await compareAftercare(clinic, records, entries)),
    ...(await compareClientPages(clinic, records, entries)),
    ...(await compareMeasures(clinic, records, entries)),
    ...(await compareTables(clinic, records)),
  ];
  return { caseloads, tables };
}

/** Read from the endpoint while the server reads it too. */
async function recordsOf({ fhirUrl, serverUrl }: RunningClinic): Promise<ClinicRecords> {
  const records = new ClinicRecords(fhirUrl);
  await records.read((await healthOf(serverUrl)).now);
  console.log(`${records.size} resources read from ${fhirUrl}`);
  await untilRead(serverUrl);
  return records;
}
