import { sql } from 'kysely';
import type { Says } from '#domain/client-progress/client-entry.contract';
import type { CourtReport } from '#domain/disclosures/disclosure.contract';
import { namingConsent } from '#domain/disclosures/naming-consent';
import { nextDue, reportPeriod } from '#domain/disclosures/report-duty';
import { ofClient, standsAt } from '../client-progress/entries/client-entries.queries.ts';
import type { Scoped } from '../database/database.ts';
import { asShown, type FoundConsent } from './consents.queries.ts';
import type { ClientMoment } from './client-moment.ts';

export interface CourtDuty {
  dutyId: string;
  says: Says<'court-report'>;
  /** The last of its due days that was answered, and the last day told of. */
  answered: string | null;
  toldUpTo: string | null;
  lastOn: string | null;
}

/** Whom a client's treatment is reported to, as staff wrote it down and it stands. */
export async function findCourtDuties(
  scoped: Scoped,
  organizationId: string,
  { clientId, asOf, timeZone }: ClientMoment,
): Promise<CourtDuty[]> {
  const { rows } = await sql<CourtDuty>`
    SELECT entry.id AS "dutyId", entry.says, made.answered, made."toldUpTo", made."lastOn"
      FROM client_entry entry
     CROSS JOIN LATERAL (
       SELECT max(d.answers_due) AS answered, max(d.to_day) AS "toldUpTo",
              (max(d.made_at) AT TIME ZONE ${timeZone})::date AS "lastOn"
         FROM disclosure d
        WHERE d.organization_id = entry.organization_id AND d.duty_id = entry.id
          AND d.made_at <= ${asOf.toISOString()}::timestamptz) made
     WHERE ${ofClient(organizationId, clientId)} AND ${standsAt(asOf)} AND entry.kind = 'court-report'
     ORDER BY entry.seq`.execute(scoped);
  return rows;
}

/** What is due first comes first; what is no longer asked for last. */
export function courtReports(
  duties: readonly CourtDuty[],
  consents: readonly FoundConsent[],
  moment: ClientMoment,
): CourtReport[] {
  return duties
    .map((duty) => courtReport(duty, consents, moment))
    .sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
}

function courtReport(
  { dutyId, says, answered, toldUpTo, lastOn }: CourtDuty,
  consents: readonly FoundConsent[],
  { today, stay }: ClientMoment,
): CourtReport {
  const { consent, refusal } = namingConsent(consents, says.to, 'criminal-justice', today);
  const { from, to: until } = reportPeriod(says, {
    toldUpTo,
    admittedOn: stay?.admittedOn ?? today,
    today,
  });
  const { to, officer, address, every } = says;
  return {
    ...{ dutyId, to, officer, address, every },
    dueOn: nextDue(says, answered),
    ...{ lastOn, from, until },
    consent: consent && asShown(consent),
    refusal,
  };
}
