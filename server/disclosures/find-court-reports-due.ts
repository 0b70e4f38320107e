import { daysBetween } from '#domain/calendar/calendar-day';
import { byReportDay, reportState } from '#domain/disclosures/court-reports-due';
import type { CourtReportLine } from '#domain/disclosures/court-reports-due.contract';
import { namingConsent } from '#domain/disclosures/naming-consent';
import { nextDue } from '#domain/disclosures/report-duty';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { rulesOf } from '../settings/rules.ts';
import { findConsents } from './consents.queries.ts';
import { type CourtDutyRow, findCourtDutyRows } from './court-duties.queries.ts';

/** Reports that courts and offices are to have, of everybody whom the reader may see, by day. */
export async function findCourtReportsDue(
  scoped: Scoped,
  reader: Reader,
  asOf: Date,
): Promise<CourtReportLine[]> {
  const rules = await rulesOf(scoped, reader.organizationId);
  const lines: CourtReportLine[] = [];
  for (const row of await findCourtDutyRows(scoped, reader, asOf)) {
    const { clientId, zone, today, programId } = row;
    const consents = await findConsents(scoped, reader.organizationId, clientId, zone);
    const { consent, refusal } = namingConsent(consents, row.says.to, 'criminal-justice', today);
    const covered = { coveredUntil: consent?.endsOn ?? null, refusal: refusal?.words ?? null };
    const dueOn = nextDue(row.says, row.answered);
    if (dueOn !== null) {
      const due = { dueOn, today, isCovered: consent !== null, refusedOn: row.refusedOn };
      lines.push({
        ...shared(row),
        ...{ key: `${row.dutyId}:${dueOn}`, dueOn, ...covered },
        state: reportState(due, rules.on(today, programId)),
        lateDays: Math.max(0, daysBetween(dueOn, today)),
        refusedOn: row.refusedOn,
        ...{ sentOn: null, sentBy: null },
      });
    }
    for (const { id, on, by } of row.sent ?? [])
      lines.push({
        ...shared(row),
        ...{ key: `${row.dutyId}:${id}`, dueOn: null, lateDays: 0, state: 'sent' as const },
        ...{ coveredUntil: null, refusal: null, refusedOn: null, sentOn: on, sentBy: by },
      });
  }
  return lines.sort(byReportDay);
}

const shared = ({
  dutyId,
  clientId,
  familyName,
  givenName,
  today,
  endedOn,
  says,
  ...row
}: CourtDutyRow) => ({
  ...{ dutyId, clientId, familyName, givenName, today, endedOn },
  counselor: named(row.counselorId, row.counselor),
  site: named(row.siteId, row.site),
  ...{ to: says.to, officer: says.officer, every: says.every },
});

const named = (id: string | null, name: string | null) =>
  id !== null && name !== null ? { id, name } : null;
