import { sql } from 'kysely';
import type { Outcome } from '#domain/attendance/attendance-status';
import { statusAt } from '#domain/attendance/status-at';
import { localTime } from '#domain/calendar/calendar-day';
import { consentFor, type SharingConsent } from '#domain/outreach/crisis-contacts';
import type { CrisisParticulars } from '#domain/outreach/safety.contract';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import { metIn } from '../attendance/met.ts';
import { OWN_TIME_ZONE } from '../attendance/sites.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { tellNow } from './safety-tasks.queries.ts';

interface SupportRow {
  recordId: string;
  familyName: string;
  givenName: string;
  relationship: string | null;
  phones: string[];
}

interface Row {
  familyName: string;
  givenName: string;
  phones: string[];
  address: string | null;
  timeZone: string | null;
  plans: CrisisParticulars['crisisPlan'] | null;
  support: SupportRow[] | null;
  consents: SharingConsent[] | null;
  sessions:
    | (Omit<CrisisParticulars['today'][number], 'status'> & {
        outcome: Outcome | null;
        timeZone: string | null;
      })[]
    | null;
}

/**
 * What somebody needs who must act now: who has the client in reach, or is on call and has got a safety
 * task of theirs. `null` for everybody else.
 */
export async function findCrisisParticulars(
  scoped: Scoped,
  reader: Reader,
  clientId: string,
  now: Date,
): Promise<CrisisParticulars | null> {
  const { organizationId } = reader;
  const rules = await tellNow(scoped, reader, now);
  await sql`SELECT set_config('throughline.crisis', 'on', true)`.execute(scoped);
  const at = sql`${now.toISOString()}::timestamptz`;
  const own = (table: string) =>
    sql`${sql.ref(`${table}.organization_id`)} = c.organization_id AND ${sql.ref(`${table}.client_id`)} = c.id`;
  const { rows } = await sql<Row>`
    SELECT c.family_name AS "familyName", c.given_name AS "givenName", p.phones, p.address,
           (SELECT site.time_zone FROM episode e
              JOIN program ON program.organization_id = e.organization_id AND program.unit_id = e.unit_id
              JOIN site ON site.organization_id = program.organization_id AND site.id = program.site_id
             WHERE ${own('e')} ORDER BY e.admitted_on DESC, program.id LIMIT 1) AS "timeZone",
           (SELECT json_agg(json_build_object('words', f.words, 'recordId', f.record_id) ORDER BY f.words) FROM (
              SELECT f.words, f.record_id FROM client_flag f
               WHERE ${own('f')} AND f.status = 'active' AND (f.category = 'safety' OR f.words ILIKE '%crisis%')
               UNION ALL
              SELECT g.words, g.record_id FROM goal g
               WHERE ${own('g')} AND g.lifecycle IN ('active', 'accepted') AND (g.words ILIKE '%crisis%' OR g.words ILIKE '%safety plan%')) f) AS plans,
           (SELECT json_agg(json_build_object('recordId', r.record_id, 'familyName', r.family_name, 'givenName', r.given_name,
                     'relationship', r.relationship, 'phones', r.phones) ORDER BY r.family_name, r.record_id)
              FROM support_person r WHERE ${own('r')} AND r.active
               AND (r.ends_on IS NULL OR r.ends_on >= ${at}::date)) AS support,
           (SELECT json_agg(json_build_object('recordId', k.record_id, 'status', k.status, 'startsOn', k.starts_on, 'endsOn', k.ends_on,
                     'recipients', (SELECT coalesce(json_agg(json_build_object('partyId', t.party_id, 'permitted', t.permitted)), '[]')
                                      FROM consent_recipient t WHERE t.organization_id = k.organization_id AND t.consent_id = k.record_id))
                     ORDER BY k.starts_on DESC, k.record_id)
              FROM consent k WHERE ${own('k')}) AS consents,
           (SELECT json_agg(json_build_object('startsAt', a.starts_at, 'endsAt', a.ends_at, 'site', site.name, 'timeZone', site.time_zone,
                     'service', coalesce(service.name, a.service_name, a.kind), 'outcome', a.outcome, 'telehealth', coalesce(met.virtual, false)) ORDER BY a.starts_at, a.record_id)
              FROM attendance a
              LEFT JOIN site ON site.organization_id = a.organization_id AND site.id = a.site_id
              LEFT JOIN service ON service.organization_id = a.organization_id AND service.id = a.service_id
              LEFT JOIN LATERAL ${metIn(at)} met ON true
             WHERE ${own('a')} AND NOT a.waitlisted
               AND a.starts_at BETWEEN ${at} - interval '1 day' AND ${at} + interval '1 day') AS sessions
      FROM client c
      JOIN client_particulars p ON p.organization_id = c.organization_id AND p.client_id = c.id
     WHERE c.organization_id = ${organizationId} AND c.id = ${clientId}`.execute(scoped);
  const [row] = rows;
  if (!row) return null;
  const timeZone = row.timeZone ?? OWN_TIME_ZONE;
  const today = localTime(now.getTime(), timeZone).day;
  const support = (row.support ?? []).map((person) => ({
    person,
    consent: consentFor(person.recordId, row.consents ?? [], today),
  }));
  return {
    asOf: now.toISOString(),
    clientId,
    familyName: row.familyName,
    givenName: row.givenName,
    timeZone,
    phones: row.phones,
    address: row.address,
    crisisPlan: row.plans ?? [],
    contacts: support.flatMap(({ person, consent }) =>
      consent ? [{ ...person, consentId: consent.recordId, consentEndsOn: consent.endsOn }] : [],
    ),
    withoutConsent: support.filter(({ consent }) => consent === null).length,
    today: todaysSessions(row, timeZone, today, now, rules),
  };
}

const todaysSessions = (
  { sessions }: Row,
  timeZone: string,
  today: string,
  now: Date,
  rules: ProgramDefaults,
): CrisisParticulars['today'] =>
  (sessions ?? [])
    .filter(
      (session) =>
        localTime(Date.parse(session.startsAt), session.timeZone ?? timeZone).day === today,
    )
    .map(({ startsAt, endsAt, service, site, outcome, telehealth }) => {
      const times = { startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) };
      return {
        startsAt: new Date(times.startsAt).toISOString(),
        endsAt: new Date(times.endsAt).toISOString(),
        service,
        site,
        telehealth,
        status: statusAt({ ...times, outcome }, now.getTime(), rules),
      };
    });
