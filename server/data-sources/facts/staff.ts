import { type FactTable, manyPerRecord, onePerRecord, someRecords } from './fact-table.ts';

export const STAFF: readonly FactTable<'Practitioner'>[] = [
  onePerRecord(
    'staff',
    ({ facts }) => ({ family_name: facts.familyName, given_name: facts.givenName }),
    'id',
  ),
];

export const STAFF_ROLES: readonly FactTable<'PractitionerRole'>[] = [
  onePerRecord(
    'staff_role',
    ({ facts }, idOf) => ({
      staff_id: idOf(facts.staff),
      site_id: idOf(facts.site),
      title: facts.title,
    }),
    'id',
  ),
];

export const TEAMS: readonly FactTable<'CareTeam'>[] = [
  someRecords('team', ({ facts }) => (facts.client ? null : { name: facts.name }), 'id'),
  manyPerRecord('team_member', ['team_id', 'staff_id'], ({ facts }, idOf) =>
    facts.members.map(({ staff, supervises }) => ({ staff_id: idOf(staff), supervises })),
  ),
  someRecords('client_counselor', ({ facts }, idOf) =>
    facts.client && facts.counselor
      ? { client_id: idOf(facts.client), counselor_id: idOf(facts.counselor) }
      : null,
  ),
];
