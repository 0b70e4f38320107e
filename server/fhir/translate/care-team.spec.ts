import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CareTeam } from 'fhir/r4';
import { translateCareTeam } from './care-team.ts';

const team = (part: Partial<CareTeam>) =>
  translateCareTeam({ resourceType: 'CareTeam', name: 'North team', ...part });

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
    use: { name: 'North team', members: [staff('s1', true)] },
  });
});

test('who is named twice is one member, and supervises if either says so', () => {
  for (const titles of [
    ['Supervisor', 'Counselor'],
    ['Counselor', 'Supervisor'],
  ]) {
    assert.deepEqual(team({ participant: titles.map((title) => member('s1', title)) }), {
      use: { name: 'North team', members: [staff('s1', true)] },
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
    use: { name: 'Unnamed team', members: [] },
  });
});

test('Epic: the care team of one client’s episode is set aside, as is one entered in error', () => {
  assert.deepEqual(team({ subject: { reference: 'Patient/p1' }, participant: [member('d1')] }), {
    setAside: 'Care team of one client',
  });
  assert.deepEqual(team({ status: 'entered-in-error' }), { setAside: 'Entered in error' });
});
