import type { Scoped } from '../database/database.ts';
import { deleteRows, type Row, upsertRows } from '../database/rows.ts';
import { OWN_TIME_ZONE } from '../attendance/sites.ts';
import type { Ref } from '../fhir/translate/translation.ts';
import { type Identities, keyOf } from './identities.ts';
import { type Fact, factsOf, type TranslatedRecord, unusableOf } from './translate-records.ts';
import type { ReadType } from './translators.ts';

/** Writes the facts of one resource type into its tables. */
type FactWriter<T extends ReadType> = (
  scoped: Scoped,
  organizationId: string,
  translated: readonly Fact<T>[],
  ids: Identities,
) => Promise<void>;

/** Appointments and encounters need what stood before: attendance/ writes them. */
type WrittenHere = Exclude<ReadType, 'Appointment' | 'Encounter'>;

/** Writes translated records, and takes away what stood of those that cannot be used any more. */
export async function writeFacts(
  scoped: Scoped,
  organizationId: string,
  translated: readonly TranslatedRecord[],
  ids: Identities,
): Promise<void> {
  for (const type of Object.keys(FACT_WRITERS) as WrittenHere[]) {
    for (const [table, column] of TABLES_OF[type]) {
      await deleteRows(scoped, table, column, unusableOf(translated, type));
    }
    const facts = factsOf(translated, type);
    const write = FACT_WRITERS[type] as FactWriter<WrittenHere>;
    if (facts.length > 0) await write(scoped, organizationId, facts, ids);
  }
}

const idIn = (ids: Identities, ref: Ref | null): string | null =>
  ref ? (ids.get(keyOf(ref)) ?? null) : null;

const FACT_WRITERS: { [T in WrittenHere]: FactWriter<T> } = {
  Organization: (scoped, organizationId, translated) =>
    upsertById(
      scoped,
      'unit',
      organizationId,
      translated.map(({ id, facts }) => ({ id, name: facts.name })),
    ),

  Location: (scoped, organizationId, translated) =>
    upsertById(
      scoped,
      'site',
      organizationId,
      translated.map(({ id, facts }) => ({
        id,
        name: facts.name,
        time_zone: facts.timeZone ?? OWN_TIME_ZONE,
      })),
    ),

  HealthcareService: async (scoped, organizationId, translated, ids) => {
    const offer = ({ id, facts }: Fact<'HealthcareService'>) => ({
      id,
      unit_id: idIn(ids, facts.unit),
      site_id: idIn(ids, facts.site),
      name: facts.name,
    });
    const programs = translated.filter(({ facts }) => facts.kind === null);
    const services = translated.filter(({ facts }) => facts.kind !== null);
    await deleteRows(
      scoped,
      'service',
      'id',
      programs.map(({ id }) => id),
    );
    await deleteRows(
      scoped,
      'program',
      'id',
      services.map(({ id }) => id),
    );
    await upsertById(
      scoped,
      'program',
      organizationId,
      programs.map((one) => ({ ...offer(one), track: one.facts.track })),
    );
    await upsertById(
      scoped,
      'service',
      organizationId,
      services.map((one) => ({ ...offer(one), kind: one.facts.kind })),
    );
  },

  Practitioner: (scoped, organizationId, translated) =>
    upsertById(
      scoped,
      'staff',
      organizationId,
      translated.map(({ id, facts }) => ({
        id,
        family_name: facts.familyName,
        given_name: facts.givenName,
      })),
    ),

  PractitionerRole: (scoped, organizationId, translated, ids) =>
    upsertById(
      scoped,
      'staff_role',
      organizationId,
      translated.map(({ id, facts }) => ({
        id,
        staff_id: idIn(ids, facts.staff),
        site_id: idIn(ids, facts.site),
        title: facts.title,
      })),
    ),

  CareTeam: async (scoped, organizationId, translated, ids) => {
    await upsertById(
      scoped,
      'team',
      organizationId,
      translated.map(({ id, facts }) => ({ id, name: facts.name })),
    );
    await deleteRows(
      scoped,
      'team_member',
      'team_id',
      translated.map(({ id }) => id),
    );
    await upsertRows(
      scoped,
      'team_member',
      ['organization_id', 'team_id', 'staff_id'],
      translated.flatMap(({ id, facts }) =>
        facts.members.map(({ staff, supervises }) => ({
          organization_id: organizationId,
          team_id: id,
          staff_id: idIn(ids, staff),
          supervises,
        })),
      ),
    );
  },

  Patient: async (scoped, organizationId, translated) => {
    await upsertById(
      scoped,
      'client',
      organizationId,
      translated.map(({ id, facts }) => ({
        id,
        family_name: facts.familyName,
        given_name: facts.givenName,
      })),
    );
    await upsertRows(
      scoped,
      'client_particulars',
      ['organization_id', 'client_id'],
      translated.map(({ id, facts }) => ({
        organization_id: organizationId,
        client_id: id,
        record_number: facts.recordNumber,
        birth_date: facts.birthDate,
      })),
    );
  },

  EpisodeOfCare: async (scoped, organizationId, translated, ids) => {
    await upsertById(
      scoped,
      'episode',
      organizationId,
      translated.map(({ id, facts }) => ({
        id,
        client_id: idIn(ids, facts.client),
        status: facts.status,
        admitted_on: facts.admittedOn,
        ended_on: facts.endedOn,
        level_code: facts.level?.code ?? null,
        level_edition: facts.level?.edition ?? null,
        unit_id: idIn(ids, facts.unit),
        counselor_id: idIn(ids, facts.counselor),
        team_id: idIn(ids, facts.team),
      })),
    );
    await deleteRows(
      scoped,
      'episode_hold',
      'episode_id',
      translated.map(({ id }) => id),
    );
    await upsertRows(
      scoped,
      'episode_hold',
      ['organization_id', 'episode_id', 'starts_on'],
      translated.flatMap(({ id, facts }) =>
        facts.holds.map(({ startsOn, endsOn }) => ({
          organization_id: organizationId,
          episode_id: id,
          client_id: idIn(ids, facts.client),
          starts_on: startsOn,
          ends_on: endsOn,
        })),
      ),
    );
  },

  CarePlan: async (scoped, organizationId, translated, ids) => {
    await deleteRows(
      scoped,
      'plan_phase',
      'plan_id',
      translated.map(({ id }) => id),
    );
    await upsertRows(
      scoped,
      'plan_phase',
      ['organization_id', 'plan_id', 'number'],
      translated.flatMap(({ id, facts }) =>
        facts.phases.map((phase, index) => ({
          organization_id: organizationId,
          plan_id: id,
          number: index + 1,
          client_id: idIn(ids, facts.client),
          phases: facts.phases.length,
          starts_on: phase.startsOn,
          ends_on: phase.endsOn,
          plan_starts_on: facts.startsOn,
          plan_ends_on: facts.endsOn,
          minutes_per_week: phase.minutesPerWeek,
          weekdays: phase.weekdays,
        })),
      ),
    );
  },
};

const upsertById = (scoped: Scoped, table: string, organizationId: string, rows: Row[]) =>
  upsertRows(
    scoped,
    table,
    ['organization_id', 'id'],
    rows.map((row) => ({ organization_id: organizationId, ...row })),
  );

/** Where the facts of a type stand, by our id of the record. */
const TABLES_OF: Record<WrittenHere, readonly [table: string, column: string][]> = {
  Organization: [['unit', 'id']],
  Location: [['site', 'id']],
  HealthcareService: [
    ['program', 'id'],
    ['service', 'id'],
  ],
  Practitioner: [['staff', 'id']],
  PractitionerRole: [['staff_role', 'id']],
  CareTeam: [
    ['team', 'id'],
    ['team_member', 'team_id'],
  ],
  Patient: [
    ['client', 'id'],
    ['client_particulars', 'client_id'],
  ],
  EpisodeOfCare: [
    ['episode', 'id'],
    ['episode_hold', 'episode_id'],
  ],
  CarePlan: [['plan_phase', 'plan_id']],
};
