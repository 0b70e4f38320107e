import { nextDue } from '#domain/disclosures/report-duty';
import { courtReportTask } from '#domain/outreach/court-report-task';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { findCourtDutyRows } from '../disclosures/court-duties.queries.ts';
import { rulesOf } from '../settings/rules.ts';
import type { TaskOfSomebody } from './aftercare-tasks.ts';

/** Reports to courts and offices that somebody is to make: the same duties as on the page of aftercare. */
export async function findCourtReportTasks(
  scoped: Scoped,
  reader: Reader,
  asOf: Date,
): Promise<TaskOfSomebody[]> {
  const rules = await rulesOf(scoped, reader.organizationId);
  return (await findCourtDutyRows(scoped, reader, asOf)).flatMap((row) => {
    const { dutyId, clientId, familyName, givenName, today, programId, says } = row;
    const dueOn = nextDue(says, row.answered);
    if (dueOn === null) return [];
    const task = courtReportTask(
      {
        ...{ dutyId, clientId, to: says.to, dueOn, today, timeZone: row.zone },
        ownerId: row.counselorId ?? row.supervisorId,
      },
      rules.on(today, programId),
    );
    return task ? [{ task, client: { id: clientId, familyName, givenName } }] : [];
  });
}
