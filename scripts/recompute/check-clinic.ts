import { type CaseloadCompared, compareCaseloads } from './caseloads-compared.ts';
import { compareClientPages } from './client-pages-compared.ts';
import {
  type ClinicAsked,
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
import { ClinicRecords } from './source/clinic-records.ts';
import { compareTasks } from './tasks-compared.ts';
import { writeEntries } from './write-entries.ts';
import { compareTables, type TableCompared } from './tables-compared.ts';

export interface ClinicChecked {
  caseloads: CaseloadCompared[];
  /** The measures; and unless somebody else runs the server, which has to be stopped for it, its tables. */
  tables: TableCompared[];
}

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

export async function checkOwn(asked: ClinicAsked): Promise<ClinicChecked> {
  const clinic = await startClinicToCheck(asked);
  try {
    const records = await recordsOf(clinic);
    const now = Date.parse((await healthOf(clinic.serverUrl)).now);
    const acts = actsOf(sessionsAtHand(records, now));
    await untilPast(clinic.serverUrl, await carryOut(clinic.fhirUrl, acts));
    const entries = await writeEntries(clinic.serverUrl, clinic.fhirUrl, records);
    const caseloads = await compareCaseloads(clinic, records, entries);
    const tasks = await compareTasks(clinic, records, entries);
    const followUps = await compareFollowUps(clinic, records, entries);
    const pages = await compareClientPages(clinic, records, entries);
    const measures = await compareMeasures(clinic, records, entries);
    const tables = await compareTables(clinic, records);
    return { caseloads, tables: [...tasks, ...followUps, ...pages, ...measures, ...tables] };
  } finally {
    await clinic.stop();
  }
}

/** Read from the endpoint while the server reads it too. */
async function recordsOf({ fhirUrl, serverUrl }: RunningClinic): Promise<ClinicRecords> {
  const records = new ClinicRecords(fhirUrl);
  await records.read((await healthOf(serverUrl)).now);
  console.log(`${records.size} resources read from ${fhirUrl}`);
  await untilRead(serverUrl);
  return records;
}
