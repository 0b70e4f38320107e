import { derivedSpecimens } from './answered/derived-specimens.ts';
import { storedAttendance, storedWeeks } from './answered/stored-attendance.ts';
import { drugTestRows, storedDrugTests } from './answered/stored-drug-tests.ts';
import { storedClients, storedDischarges, storedEpisodes } from './answered/stored-episodes.ts';
import { storedScores } from './answered/stored-scores.ts';
import { StoredTables } from './answered/stored-tables.ts';
import { type ClinicToCheck, healthOf, untilRead } from './clinic-to-check.ts';
import { type Comparison, differencesOf } from './differences-of.ts';
import { attendancesOf } from './recount/attendance.ts';
import { attendanceValues } from './recount/attendance-values.ts';
import { clientValues } from './recount/client-values.ts';
import { dischargeValues } from './recount/discharge-statements.ts';
import { drugTestReports, drugTestReportValues } from './recount/drug-test-reports.ts';
import { episodeValues } from './recount/episode-values.ts';
import { scoreValues } from './recount/score-values.ts';
import { specimenValues } from './recount/specimen-values.ts';
import { weekValues } from './recount/week-values.ts';
import type { ClinicRecords } from './source/clinic-records.ts';

const rounds = 5;

/** What one table holds, on both sides. */
export interface TableCompared extends Comparison {
  table: string;
}

/** Of every client, what the server derived from the records; it is stopped for it. */
export async function compareTables(
  clinic: ClinicToCheck,
  records: ClinicRecords,
): Promise<TableCompared[]> {
  await stopWhileNothingChanges(clinic, records);
  const tables = await StoredTables.open(clinic.folder);
  try {
    return await compareEach(tables, records);
  } finally {
    await tables.close();
  }
}

/** What changes after the server's last reading would be on one side only. */
async function stopWhileNothingChanges(
  { serverUrl, stopServer, startServer }: ClinicToCheck,
  records: ClinicRecords,
): Promise<void> {
  for (let round = 1; round <= rounds; round += 1) {
    const { now } = await healthOf(serverUrl);
    await records.read(now);
    await untilRead(serverUrl, now);
    await stopServer();
    if ((await records.read(now)) === 0) return;
    await startServer();
  }
  throw new Error(`The clinic changed in each of ${rounds} rounds: try again.`);
}

async function compareEach(tables: StoredTables, records: ClinicRecords): Promise<TableCompared[]> {
  const attendances = attendancesOf(records);
  const reports = drugTestReports(records);
  const reportRows = await drugTestRows(tables);
  const compared = {
    clients: [clientValues(records), await tables.values(storedClients)],
    episodes: [episodeValues(records, attendances), await tables.values(storedEpisodes)],
    'discharge reasons': [dischargeValues(records), await tables.values(storedDischarges)],
    attendance: [attendanceValues(attendances), await tables.values(storedAttendance)],
    'hours by week': [weekValues(records, attendances), await tables.values(storedWeeks)],
    scores: [scoreValues(records), await storedScores(tables)],
    'drug test reports': [drugTestReportValues(reports), storedDrugTests(reportRows)],
    specimens: [specimenValues(records, reports), await derivedSpecimens(tables, reportRows)],
  } as const;
  return Object.entries(compared).map(([table, [recounted, stored]]) => ({
    table,
    ...differencesOf(recounted, stored),
  }));
}
