import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CareTeam } from 'fhir/r4';
import { translateCareTeam } from './care-team.ts';

const team = (part: Partial<CareTeam>) =>
  translateCareTeam({ resourceType: 'CareTeam', name: 'North team', ...part });

const OF_STAFF = { client: null, counselor: null };

const member = (id: string, title?: string) => ({
  member: { reference: `Practitioner/${id}` },
  role: title === undefined ? undefined : [{ text: title }],
});

const staff = (id: string, supervises: boolean) => ({
  staff: { type: 'Practitioner', id },
  supervises,
});

test('a team of staff, and who supervises it', () => {
  assert.deepEqual(
    team({
      participant: [member('d1', 'Counselor'), member('s1', 'Clinical supervisor'), member('d2')],
    }),
    {
      use: {
        ...OF_STAFF,
        name: 'North team',
        members: [staff('d1', false), staff('s1', true), staff('d2', false)],
      },
    },
  );
});

test('a role that is coded supervises by its display', () => {
  const coded = {
    ...member('s1'),
    role: [{ coding: [{ code: 'x', display: 'Supervising clinician' }] }],
  };
  assert.deepEqual(team({ participant: [coded] }), {
    use: { ...OF_STAFF, name: 'North team', members: [staff('s1', true)] },
  });
});

test('who is named twice is one member, and supervises if either says so', () => {
  for (const titles of [
    ['Supervisor', 'Counselor'],
    ['Counselor', 'Supervisor'],
  ]) {
    assert.deepEqual(team({ participant: titles.map((title) => member('s1', title)) }), {
      use: { ...OF_STAFF, name: 'North team', members: [staff('s1', true)] },
    });
  }
});

test('organizations and people outside the staff are no members', () => {
  const others = [
    { member: { reference: 'Organization/o1' } },
    { member: { reference: 'Patient/p1' } },
    {},
  ];
  assert.deepEqual(team({ name: undefined, participant: others }), {
    use: { ...OF_STAFF, name: 'Unnamed team', members: [] },
  });
});

const ofClient = (part: Partial<CareTeam>) =>
  team({ subject: { reference: 'Patient/p1' }, ...part });
const names = (id: string) => ({
  use: {
    client: { type: 'Patient', id: 'p1' },
    counselor: { type: 'Practitioner', id },
    name: 'North team',
    members: [],
  },
});

test('the care team of one client names their counselor: the only one of the staff, or by the role', () => {
  const mother = { member: { reference: 'RelatedPerson/r1' } };
  assert.deepEqual(ofClient({ participant: [mother, member('d1'), member('d1')] }), names('d1'));
  const several = [member('n1', 'Nurse'), member('d1', 'Substance abuse counselor')];
  assert.deepEqual(ofClient({ participant: several }), names('d1'));
  const former = { ...member('d2', 'Counselor'), period: { end: '2026-10-01' } };
  assert.deepEqual(ofClient({ participant: [...several, former] }), names('d1'));
});

test('where it names none, or several, nobody is guessed; nor of one that does not hold', () => {
  const setAside = { setAside: 'Care team of one client that names no one counselor' };
  const two = [member('d1', 'Counselor'), member('d2', 'Counselor')];
  assert.deepEqual(ofClient({ participant: two }), setAside);
  assert.deepEqual(ofClient({ participant: [member('n1'), member('n2')] }), setAside);
  for (const status of ['inactive', 'proposed', 'suspended'] as const)
    assert.deepEqual(ofClient({ status, participant: [member('d1')] }), setAside);
});

test('the care team of a group of patients is set aside, as is one entered in error', () => {
  assert.deepEqual(ofClient({ subject: { reference: 'Group/g1' }, participant: [member('d1')] }), {
    setAside: 'Care team of a group',
  });
  assert.deepEqual(team({ status: 'entered-in-error' }), { setAside: 'Entered in error' });
});
