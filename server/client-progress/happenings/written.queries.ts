import { sql } from 'kysely';
import type { Barrier, ContactMode, ContactResult } from '#domain/outreach/contact.contract';
import { BARRIER_WORDS, MODE_WORDS, RESULT_WORDS } from '#domain/outreach/contact-words';
import type { Scoped } from '../../database/database.ts';
import { contactsWithAnybody } from '../../outreach/standing-contacts.ts';
import { findClientEntries } from '../entries/client-entries.queries.ts';
import { entryHappened } from '../entries/entry-happened.ts';
import { type AskedOf, happened, type Happened } from './happened.ts';

interface Row {
  contacts:
    | {
        id: string;
        at: string;
        mode: ContactMode;
        result: ContactResult;
        barrier: Barrier | null;
        by: string;
        knownAt: string;
        withSupport: boolean;
      }[]
    | null;
  signals:
    { key: string; what: string; evidence: string; on: string; recordIds: string[] }[] | null;
  entries:
    | {
        id: string;
        at: string;
        act: string;
        what: string | null;
        risk: string | null;
        by: string;
      }[]
    | null;
}

/** What staff wrote here and stands: contacts, reviews, notes; safety signals with what was done about them. */
export async function findWritten(
  scoped: Scoped,
  { organizationId, clientId, asOf, today }: AskedOf,
): Promise<Happened[]> {
  const at = sql`${asOf.toISOString()}::timestamptz`;
  const own = (table: string) =>
    sql`${sql.ref(`${table}.organization_id`)} = ${organizationId} AND ${sql.ref(`${table}.client_id`)} = ${clientId}`;
  const { rows } = await sql<Row>`
    SELECT (SELECT json_agg(json_build_object('id', c.id, 'at', c.at, 'mode', c.mode, 'result', c.result, 'barrier', c.barrier,
                     'by', c.made_by, 'knownAt', c.made_at, 'withSupport', c.with_support IS NOT NULL))
              FROM ${contactsWithAnybody('c')} WHERE c.client_id = ${clientId} AND c.at <= ${at}) AS contacts,
           (SELECT json_agg(json_build_object('key', s.key, 'what', s.what, 'evidence', s.evidence, 'on', s.arose_on, 'recordIds', s.record_ids))
              FROM safety_signal s WHERE ${own('s')} AND s.arose_on <= ${today}::date) AS signals,
           (SELECT json_agg(json_build_object('id', e.id, 'at', e.made_at, 'act', e.act, 'what', s.what, 'risk', found.risk_level, 'by', e.made_by))
              FROM safety_entry e
              LEFT JOIN safety_signal s ON s.organization_id = e.organization_id AND s.client_id = e.client_id AND s.key = e.signal_key
              LEFT JOIN safety_assessment found ON found.organization_id = e.organization_id AND found.entry_id = e.id
             WHERE ${own('e')} AND e.made_at <= ${at}) AS entries`.execute(scoped);
  const [row] = rows;
  const entries = await findClientEntries(scoped, { organizationId }, clientId, asOf);
  return [
    ...(row?.contacts ?? []).map((contact) =>
      happened({
        id: `contact:${contact.id}`,
        kind: 'contact',
        at: iso(contact.at),
        what: `${MODE_WORDS[contact.mode]}${contact.withSupport ? ', to a support person' : ''}`,
        detail: [
          RESULT_WORDS[contact.result].toLowerCase(),
          contact.barrier && `barrier: ${BARRIER_WORDS[contact.barrier].toLowerCase()}`,
        ]
          .filter(Boolean)
          .join(', '),
        by: contact.by,
        knownAt: iso(contact.knownAt),
      }),
    ),
    ...entries.map((entry) => entryHappened(entry, today)),
    ...(row?.signals ?? []).map((signal) =>
      happened({
        id: `safety:${signal.key}`,
        kind: 'safety',
        on: signal.on,
        what: signal.what,
        detail: signal.evidence || null,
        recordId: signal.recordIds[0] ?? null,
      }),
    ),
    ...(row?.entries ?? []).map((entry) =>
      happened({
        id: `safety-entry:${entry.id}`,
        kind: 'safety',
        at: iso(entry.at),
        what: entry.what ?? 'Safety signal',
        detail:
          entry.risk === null ? entry.act : `${entry.act}: ${entry.risk.replaceAll('-', ' ')}`,
        by: entry.by,
      }),
    ),
  ];
}

const iso = (instant: string): string => new Date(instant).toISOString();
