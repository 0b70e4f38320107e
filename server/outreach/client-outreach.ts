import { sql } from 'kysely';
import { ageOn } from '#domain/calendar/age-on';
import { localTime } from '#domain/calendar/calendar-day';
import { attemptsOnDay } from '#domain/outreach/contact-rules';
import {
  attemptsSince,
  isNotReached,
  isTwoWay,
  lastTwoWay,
} from '#domain/outreach/contact-attempt';
import type { ClientOutreach, MissOutreach } from '#domain/outreach/contact.contract';
import { outreachAfter } from '#domain/outreach/outreach-after';
import { OWN_TIME_ZONE } from '../attendance/sites.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { rulesOf } from '../settings/rules.ts';
import { findContactRules } from './contact-rules.queries.ts';
import { findContacts } from './contacts.queries.ts';
import { findSupportContacts } from './support-contacts.queries.ts';

interface Person {
  familyName: string;
  givenName: string;
  phones: string[];
  birthDate: string | null;
  timeZone: string;
  loggedSince: string | null;
}

interface SessionRow {
  recordId: string;
  startsAt: string;
  service: string;
  outcome: MissOutreach['status'] | 'attended' | 'attended-late' | 'left-early';
}

/** Whom a client's outreach is about, what was logged and what was owed; `null` out of the reader's reach. */
export async function clientOutreach(
  scoped: Scoped,
  reader: Reader,
  clientId: string,
  asOf: Date,
): Promise<ClientOutreach | null> {
  const person = await findPerson(scoped, reader, clientId, asOf);
  if (!person) return null;
  const { loggedSince, birthDate, ...named } = person;
  const rules = (await rulesOf(scoped, reader.organizationId)).at(asOf);
  const contacts = await findContacts(scoped, reader, clientId, asOf);
  const sessions = await findSessions(scoped, reader, clientId, asOf);
  const attended = sessions
    .filter(({ outcome }) => isThere(outcome))
    .map(({ startsAt }) => Date.parse(startsAt));
  // A talk with somebody who stands by them is none with the client.
  const withClient = contacts.filter(({ withSupport }) => !withSupport);
  const logged = withClient.map(({ at, mode, result }) => ({ at: Date.parse(at), mode, result }));
  const twoWayAt = lastTwoWay(attended.at(-1) ?? null, logged);
  const attempts = attemptsSince(twoWayAt, logged);
  const misses = sessions.flatMap((session): MissOutreach[] => {
    const { recordId, service, outcome } = session;
    if (isThere(outcome)) return [];
    const startsAt = Date.parse(session.startsAt);
    const { state, dueAt, attemptAt, sameDay } = outreachAfter(
      {
        startsAt,
        contactsAt: logged.map(({ at }) => at),
        backAt: attended.find((at) => at > startsAt) ?? null,
        loggedSince: loggedSince ? Date.parse(loggedSince) : null,
        timeZone: named.timeZone,
      },
      asOf.getTime(),
      rules,
    );
    return [
      {
        recordId,
        startsAt: iso(startsAt),
        service,
        status: outcome,
        state,
        dueAt: iso(dueAt),
        attemptAt: attemptAt === null ? null : iso(attemptAt),
        sameDay,
      },
    ];
  });
  return {
    asOf: asOf.toISOString(),
    clientId,
    ...named,
    age: birthDate ? ageOn(birthDate, localTime(asOf.getTime(), named.timeZone).day) : null,
    support: await findSupportContacts(scoped, reader, clientId, asOf),
    contactNotes: await findContactNotes(scoped, reader, clientId, asOf),
    contactRules: await findContactRules(scoped, reader, clientId, asOf),
    calling: {
      fromHour: rules.callFromHour,
      toHour: rules.callToHour,
      attemptsToday: attemptsOnDay(
        logged.filter((contact) => !isTwoWay(contact)).map(({ at }) => at),
        asOf.getTime(),
        named.timeZone,
      ),
      mostADay: rules.mostAttemptsADay,
    },
    lastTwoWayAt: twoWayAt === null ? null : iso(twoWayAt),
    notReached: isNotReached(attempts, rules),
    attempts: attempts.length,
    contacts,
    misses: misses.reverse(),
    loggedSince: loggedSince ? localTime(Date.parse(loggedSince), named.timeZone).day : null,
  };
}

const isThere = (
  outcome: SessionRow['outcome'],
): outcome is 'attended' | 'attended-late' | 'left-early' =>
  outcome !== 'no-show' && outcome !== 'client-cancelled';

async function findPerson(
  scoped: Scoped,
  { organizationId }: Reader,
  clientId: string,
  asOf: Date,
): Promise<Person | null> {
  const { rows } = await sql<Person>`
    SELECT c.family_name AS "familyName", c.given_name AS "givenName", p.phones, p.birth_date AS "birthDate",
           coalesce(zone.time_zone, ${OWN_TIME_ZONE}) AS "timeZone",
           outreach_logged_since() AS "loggedSince"
      FROM client c
      JOIN client_particulars p ON p.organization_id = c.organization_id AND p.client_id = c.id
      LEFT JOIN LATERAL (
        SELECT site.time_zone FROM episode e
          JOIN program ON program.organization_id = e.organization_id AND program.unit_id = e.unit_id
          JOIN site ON site.organization_id = program.organization_id AND site.id = program.site_id
         WHERE e.organization_id = c.organization_id AND e.client_id = c.id AND e.admitted_on <= ${asOf.toISOString()}::date + 1
         ORDER BY e.admitted_on DESC, program.id LIMIT 1) zone ON true
     WHERE c.organization_id = ${organizationId} AND c.id = ${clientId}`.execute(scoped);
  return rows[0] ?? null;
}

/** Sessions of the current episode that were attended or missed, in order. */
async function findSessions(
  scoped: Scoped,
  { organizationId }: Reader,
  clientId: string,
  asOf: Date,
): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    SELECT a.record_id AS "recordId", a.starts_at AS "startsAt", a.outcome,
           coalesce(service.name, a.service_name, a.kind) AS service
      FROM attendance a
      LEFT JOIN service ON service.organization_id = a.organization_id AND service.id = a.service_id
     WHERE a.organization_id = ${organizationId} AND a.client_id = ${clientId}
       AND a.starts_at <= ${asOf.toISOString()}::timestamptz
       AND a.outcome IN ('attended', 'attended-late', 'left-early', 'no-show', 'client-cancelled')
       AND a.episode_id = (SELECT e.id FROM episode e
                            WHERE e.organization_id = ${organizationId} AND e.client_id = ${clientId}
                              AND e.admitted_on <= ${asOf.toISOString()}::date + 1
                            ORDER BY e.admitted_on DESC, e.id LIMIT 1)
     ORDER BY a.starts_at, a.record_id`.execute(scoped);
  return rows;
}

/** Flags of how a client may be contacted, as the source words them. */
async function findContactNotes(
  scoped: Scoped,
  { organizationId }: Reader,
  clientId: string,
  asOf: Date,
): Promise<ClientOutreach['contactNotes']> {
  const { rows } = await sql<ClientOutreach['contactNotes'][number]>`
    SELECT words, record_id AS "recordId" FROM client_flag
     WHERE organization_id = ${organizationId} AND client_id = ${clientId}
       AND category = 'contact' AND status = 'active'
       AND (starts_on IS NULL OR starts_on <= ${asOf.toISOString()}::date + 1)
       AND (ends_on IS NULL OR ends_on >= ${asOf.toISOString()}::date)
     ORDER BY starts_on DESC NULLS LAST, record_id`.execute(scoped);
  return rows;
}

const iso = (instant: number): string => new Date(instant).toISOString();
