import { sql } from 'kysely';
import type { Outcome } from '#domain/attendance/attendance-status';
import { statusAt } from '#domain/attendance/status-at';
import type { ClientSession } from '#domain/client-progress/client-progress.contract';
import { PRESCRIBER_TITLE } from '#domain/medication/prescriber-title';
import type { Scoped } from '../database/database.ts';
import { rowsInColumns } from '../database/rows-in-columns.ts';
import { rulesOf } from '../settings/rules.ts';
import { outreachAfterMisses } from './outreach-after-misses.ts';

/** A session with what the parts of the page go by, beside what it shows. */
export interface SessionRead extends ClientSession {
  outcome: Outcome | null;
  waitlisted: boolean;
  /** Of which stay it is; `null` where of none. */
  episodeId: string | null;
  /** Led by somebody whose title says that they prescribe. */
  withPrescriber: boolean;
}

interface SessionRow extends Omit<SessionRead, 'status' | 'outreach' | 'startsAt' | 'endsAt'> {
  startsAt: number;
  endsAt: number;
}

const COLUMNS = [
  'recordId',
  'encounterId',
  'startsAt',
  'endsAt',
  'service',
  'kind',
  'outcome',
  'waitlisted',
  'walkIn',
  'facilitator',
  'scheduledMinutes',
  'recordedMinutes',
  'contradictory',
  'episodeId',
  'withPrescriber',
] as const;

/** Every session of a client, newest first: each part of the page takes its own from here. */
export async function findSessions(
  scoped: Scoped,
  organizationId: string,
  clientId: string,
  asOf: Date,
): Promise<SessionRead[]> {
  const found = await rowsInColumns<SessionRow>(
    scoped,
    COLUMNS,
    sql`
      SELECT a.record_id AS "recordId", a.encounter_id AS "encounterId", date_part('epoch', a.starts_at) * 1000 AS "startsAt",
             date_part('epoch', a.ends_at) * 1000 AS "endsAt", coalesce(service.name, a.service_name, a.kind) AS service, a.kind,
             a.outcome, a.waitlisted, a.walk_in AS "walkIn",
             nullif(concat_ws(' ', nullif(s.given_name, ''), s.family_name), '') AS facilitator,
             a.scheduled_minutes AS "scheduledMinutes", a.recorded_minutes AS "recordedMinutes", a.contradictory,
             a.episode_id AS "episodeId", coalesce(a.facilitator_id = ANY(prescriber.ids), false) AS "withPrescriber"
        FROM attendance a
       CROSS JOIN (SELECT array_agg(r.staff_id) AS ids FROM staff_role r
                    WHERE r.organization_id = ${organizationId} AND r.title ~* ${PRESCRIBER_TITLE}) prescriber
        LEFT JOIN service ON service.organization_id = a.organization_id AND service.id = a.service_id
        LEFT JOIN staff s ON s.organization_id = a.organization_id AND s.id = a.facilitator_id
       WHERE a.organization_id = ${organizationId} AND a.client_id = ${clientId}
         AND NOT (a.walk_in AND a.starts_at > ${asOf.toISOString()})`,
  );
  const rules = (await rulesOf(scoped, organizationId)).at(asOf);
  const sessions = found
    .sort((a, b) => b.startsAt - a.startsAt || (a.recordId < b.recordId ? -1 : 1))
    .map(({ startsAt, endsAt, ...session }) => {
      const times = { startsAt, endsAt, outcome: session.outcome };
      const status = session.waitlisted ? 'waitlist' : statusAt(times, asOf.getTime(), rules);
      return { ...session, startsAt: iso(startsAt), endsAt: iso(endsAt), status };
    });
  return outreachAfterMisses(scoped, clientId, sessions, asOf);
}

const iso = (instant: number): string => new Date(instant).toISOString();
