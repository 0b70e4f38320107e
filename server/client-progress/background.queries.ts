import { sql } from 'kysely';
import { unitsUsed } from '#domain/caseload/authorization-units';
import type { Authorization, TreatmentDay } from '#domain/caseload/clinical-facts';
import type { ClientBackground } from '#domain/client-progress/background.contract';
import { answerInWords } from '#domain/episode/admission-questions';
import { consentFor, type SharingConsent } from '#domain/outreach/crisis-contacts';
import { payerOf } from '#domain/payer/payer-on';
import { payerUnitOf } from '#domain/payer/payer-unit';
import { lastAuthorization, treatmentDays } from '../caseload/payer-authorization.ts';
import type { Scoped } from '../database/database.ts';
import { findCoverages } from '../payer/payers.queries.ts';
import type { Rules } from '../settings/rules.ts';
import type { ShownEpisode } from './shown-episode.ts';

type ConsentRow = Omit<ClientBackground['consents'][number], 'to'> & {
  recipients: (SharingConsent['recipients'][number] & { name: string | null })[];
};

interface Row {
  diagnoses: ClientBackground['diagnoses'] | null;
  answers: { question: string; given: string[]; on: string; recordId: string }[] | null;
  language: string | null;
  interpreterRequired: boolean | null;
  supportPeople: Omit<ClientBackground['supportPeople'][number], 'consent'>[] | null;
  consents: ConsentRow[] | null;
  notices: ClientBackground['notices'] | null;
  authorization: Omit<Authorization, 'usedDays'> | null;
  reference: string | null;
  payer: string | null;
  usedDays: TreatmentDay[] | null;
}

/** Of whom, on which day, under whose rules: of a stay, or of somebody who was never in one. */
export type BackgroundOf = Pick<
  ShownEpisode,
  'clientId' | 'admittedOn' | 'today' | 'lastDay' | 'programId'
>;

/** What everybody who meets a client has to know, as it stands on the last day of the episode that is shown. */
export async function findBackground(
  scoped: Scoped,
  organizationId: string,
  shown: BackgroundOf,
  rules: Rules,
  asOf: Date,
): Promise<ClientBackground> {
  const at = sql`${asOf.toISOString()}::timestamptz`;
  const today = sql`${shown.today}::date`;
  const own = (table: string) =>
    sql`${sql.ref(`${table}.organization_id`)} = ${organizationId} AND ${sql.ref(`${table}.client_id`)} = l.client_id`;
  const inForce = (table: string) =>
    sql`coalesce(${sql.ref(`${table}.starts_on`)}, ${today}) <= ${today}
         AND coalesce(${sql.ref(`${table}.ends_on`)}, ${today}) >= ${today}`;
  const { rows } = await sql<Row>`
    SELECT (SELECT json_agg(json_build_object('code', d.code, 'words', d.words, 'kind', d.kind, 'inRemission', d.in_remission,
                     'recordId', d.record_id) ORDER BY array_position(ARRAY['substance-use', 'co-occurring'], d.kind), d.recorded_on, d.record_id)
              FROM diagnosis d
             WHERE ${own('d')} AND coalesce(d.recorded_on, ${today}) <= ${today} AND coalesce(d.ended_on, ${today}) >= ${today}
               AND coalesce(d.status, 'active') IN ('active', 'recurrence', 'relapse', 'remission')
               AND coalesce(d.verification, 'confirmed') NOT IN ('refuted', 'entered-in-error')) AS diagnoses,
           (SELECT json_agg(json_build_object('question', q.question, 'given', q.given, 'on', q.answered_on, 'recordId', q.record_id))
              FROM (SELECT DISTINCT ON (q.question) q.* FROM admission_answer q
                     WHERE ${own('q')} AND q.moment = 'admission' AND q.answered_on <= ${shown.lastDay}::date
                     ORDER BY q.question, q.answered_on DESC, q.record_id) q) AS answers,
           p.language, p.interpreter_required AS "interpreterRequired",
           (SELECT json_agg(json_build_object('familyName', s.family_name, 'givenName', s.given_name, 'relationship', s.relationship,
                     'recordId', s.record_id) ORDER BY s.record_id)
              FROM support_person s WHERE ${own('s')} AND s.active AND ${inForce('s')}) AS "supportPeople",
           (SELECT json_agg(json_build_object('status', c.status, 'category', c.category, 'startsOn', c.starts_on,
                     'endsOn', c.ends_on, 'recordId', c.record_id, 'recipients', coalesce(of.recipients, '[]')) ORDER BY c.starts_on DESC, c.record_id)
              FROM consent c
              LEFT JOIN LATERAL (SELECT json_agg(json_build_object('partyId', r.party_id, 'permitted', r.permitted, 'name', coalesce(r.name, u.name)) ORDER BY r.number) AS recipients
                 FROM consent_recipient r LEFT JOIN unit u ON u.organization_id = r.organization_id AND u.id = r.party_id
                WHERE r.organization_id = ${organizationId} AND r.consent_id = c.record_id) of ON true
             WHERE ${own('c')} AND c.status = 'active' AND ${inForce('c')}) AS consents,
           (SELECT json_agg(json_build_object('category', f.category, 'words', f.words, 'since', f.starts_on, 'recordId', f.record_id)
                     ORDER BY f.category IS DISTINCT FROM 'safety', f.starts_on DESC, f.record_id)
              FROM client_flag f
             WHERE ${own('f')} AND f.status = 'active' AND ${inForce('f')}) AS notices,
           pa.found AS authorization, pa.reference, pa.payer, days.used AS "usedDays"
      FROM (SELECT ${shown.clientId}::uuid AS client_id, ${shown.admittedOn}::date AS admitted_on, ${today} AS today) l
      JOIN client_particulars p ON p.organization_id = ${organizationId} AND p.client_id = l.client_id
      LEFT JOIN LATERAL (
        SELECT last.*, own.reference, coalesce(nullif(btrim(c.payer_name), ''), u.name) AS payer
          FROM (${lastAuthorization(organizationId)}) last
          JOIN payer_authorization own ON own.organization_id = ${organizationId} AND own.record_id = (last.found ->> 'recordId')::uuid
          LEFT JOIN coverage c ON c.organization_id = own.organization_id AND c.record_id = own.coverage_id
          LEFT JOIN unit u ON u.organization_id = c.organization_id AND u.id = c.payer_id) pa ON true
      LEFT JOIN LATERAL (${treatmentDays(
        at,
        sql`pa.found IS NOT NULL AND ${own('a')} AND a.starts_at >= coalesce(pa.starts_on, l.today)::timestamptz - interval '1 day'`,
      )}) days ON true`.execute(scoped);
  const [row] = rows;
  if (!row) return NOTHING;
  const coverages = await findCoverages(scoped, organizationId, [shown.clientId], rules);
  return {
    diagnoses: row.diagnoses ?? [],
    answers: (row.answers ?? []).flatMap(({ given, ...answer }) => {
      const words = given.flatMap((one) => answerInWords(answer.question, one) ?? []);
      return words.length > 0 ? [{ ...answer, words }] : [];
    }),
    language: row.language,
    interpreterRequired: row.interpreterRequired,
    supportPeople: supportOf(row, shown.today),
    consents: (row.consents ?? []).map(({ recipients, ...consent }) => ({
      ...consent,
      to: recipients.flatMap(({ permitted, name }) => (permitted && name !== null ? [name] : [])),
    })),
    notices: row.notices ?? [],
    authorization:
      row.authorization &&
      authorizationOf(row.authorization, row, coverages.get(shown.clientId) ?? []),
  };

  function authorizationOf(
    { recordId, coverageId, units, startsOn, endsOn }: Omit<Authorization, 'usedDays'>,
    { reference, payer, usedDays }: Row,
    covered: Parameters<typeof payerOf>[0],
  ): ClientBackground['authorization'] {
    const own = rules.on(shown.today, shown.programId, payerOf(covered, coverageId, shown.today));
    return {
      payer,
      reference,
      units,
      used: unitsUsed(usedDays ?? [], own),
      unit: payerUnitOf(own.payerUnit),
      startsOn,
      endsOn,
      recordId,
    };
  }
}

/** Who may be told first; a refusal outweighs a permission. */
function supportOf(
  { supportPeople, consents }: Row,
  today: string,
): ClientBackground['supportPeople'] {
  return (supportPeople ?? [])
    .map((person) => {
      const found = consentFor(person.recordId, consents ?? [], today);
      return {
        ...person,
        consent: found && { until: found.endsOn, recordId: found.recordId },
      };
    })
    .sort((a, b) => Number(a.consent === null) - Number(b.consent === null));
}

/** Where nothing of it is recorded. */
const NOTHING: ClientBackground = {
  diagnoses: [],
  answers: [],
  language: null,
  interpreterRequired: null,
  supportPeople: [],
  consents: [],
  authorization: null,
  notices: [],
};
