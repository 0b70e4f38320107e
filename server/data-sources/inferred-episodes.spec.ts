import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { CareTeam, EpisodeOfCare, FhirResource, HealthcareService, Patient } from 'fhir/r4';
import { sql } from 'kysely';
import type { Me } from '#domain/access/access.contract';
import type { Caseload, CaseloadLine } from '#domain/caseload/caseload.contract';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import { merged } from '../testing/clinical-record.fixture.ts';
import { booking, presence, smallClinic } from '../testing/small-clinic.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

const BEFORE = '2026-11-16T12:00:00Z';
const LATER = '2026-11-18T13:01:30Z';
const reference = (name: string) => ({ reference: name });

/** Ed came to two groups in October and, by word of the booking alone, to one in November. */
const ed: Patient = {
  resourceType: 'Patient',
  id: 'ed',
  name: [{ family: 'Ed', given: ['Test'] }],
};
const sessionsOfEd = (): FhirResource[] => [
  booking('ed-1', 'ed', '2026-10-26', 'booked'),
  presence('ed-1-there', 'ed', '2026-10-26', 170, {
    appointment: [reference('Appointment/ed-1')],
  }),
  // Nobody booked it, and Sam led it.
  presence('ed-2-there', 'ed', '2026-10-28', 60, {
    participant: [{ individual: reference('Practitioner/sam') }],
  }),
  booking('ed-3', 'ed', '2026-11-09', 'fulfilled'),
  booking('ed-4', 'ed', '2026-11-17', 'noshow'),
];
const episodeOfEd = (more: Partial<EpisodeOfCare> = {}): EpisodeOfCare => ({
  resourceType: 'EpisodeOfCare',
  id: 'episode-ed',
  status: 'active',
  patient: reference('Patient/ed'),
  managingOrganization: reference('Organization/unit'),
  period: { start: '2026-10-20' },
  careManager: reference('Practitioner/sam'),
  ...more,
});
const careTeam = (id: string, counselor: string, more: Partial<CareTeam> = {}): CareTeam => ({
  resourceType: 'CareTeam',
  id,
  status: 'active',
  subject: reference('Patient/ed'),
  participant: [{ member: reference(`Practitioner/${counselor}`) }],
  ...more,
});

async function clinicWith(...resources: FhirResource[]): Promise<void> {
  clinic = await openTestClinic({ read: false });
  clinic.endpoint.keepsHistory = true;
  clinic.endpoint.put(BEFORE, ed, ...resources);
  await clinic.sync.readOnce();
}
async function then(...resources: FhirResource[]): Promise<void> {
  clinic.endpoint.put(LATER, ...resources);
  await clinic.sync.readOnce();
}

test('a client who attended sessions and has no episode of care is in the caseload of who led most', async () => {
  await clinicWith(...sessionsOfEd());
  const line = await lineOfEd('ruth');
  assert.ok(line);
  assert.deepEqual(
    [line.inferred, line.counselor?.name, line.program, line.level, line.week, line.daysSinceSeen],
    [true, 'Test Ruth', 'Harbor Day IOP', null, 4, 9],
  );
  // The no-show after the last contact is one of the episode: who misses now is seen to miss.
  assert.ok(line.flags.some(({ rule }) => rule === 'missed-last'));
  assert.equal(await lineOfEd('sam'), undefined);
  const others = (await caseload('ruth')).filter(({ familyName }) => familyName !== 'Ed');
  assert.deepEqual(
    others.map(({ inferred }) => inferred),
    [false, false],
  );
});

test('it goes from the first attended session to the last contact, and nobody is discharged', async () => {
  await clinicWith(...sessionsOfEd());
  const { episodes, weeks } = await recordOfEd();
  const [only, ...more] = episodes;
  assert.deepEqual(more, []);
  assert.deepEqual(
    [only?.inferred, only?.admittedOn, only?.endedOn, only?.level],
    [true, '2026-10-26', null, null],
  );
  assert.deepEqual(
    weeks.map(({ monday, deliveredMinutes, assumedMinutes }) => [
      monday,
      deliveredMinutes,
      assumedMinutes,
    ]),
    [
      ['2026-10-26', 230, 0],
      ['2026-11-02', 0, 0],
      ['2026-11-09', 0, 180],
    ],
  );
  assert.deepEqual(await rowsIn('discharge_statement'), []);
});

test('whether it still goes on depends on the day asked', async () => {
  await clinicWith(...sessionsOfEd());
  const on = async (day: string) => (await lineOfEd('ruth', `${day}T18:00:00Z`)) !== undefined;
  assert.deepEqual(
    [
      await on('2026-10-25'),
      await on('2026-10-26'),
      await on('2026-12-08'),
      await on('2026-12-09'),
    ],
    [false, true, true, false],
  );
  // Just after midnight UTC it is still the evening before at the site.
  assert.ok(await lineOfEd('ruth', '2026-12-09T04:30:00Z'));
  assert.equal(await lineOfEd('ruth', '2026-12-09T05:30:00Z'), undefined);
  const { line, episodes } = await recordOfEd('2026-12-09T18:00:00Z');
  assert.equal(line, null);
  assert.equal(episodes[0]?.endedOn, '2026-11-09');
});

test('30 days without contact end it, and a later session begins a new one', async () => {
  await clinicWith(
    ...sessionsOfEd(),
    presence('long-ago', 'ed', '2026-09-26', 100),
    booking('missed', 'ed', '2026-10-01', 'noshow'),
  );
  const { episodes } = await recordOfEd();
  assert.deepEqual(
    episodes.map(({ admittedOn, endedOn }) => [admittedOn, endedOn]),
    [
      ['2026-10-26', null],
      ['2026-09-26', '2026-09-26'],
    ],
  );
  await then(presence('between', 'ed', '2026-10-20', 100));
  assert.deepEqual(
    (await recordOfEd()).episodes.map(({ admittedOn }) => admittedOn),
    ['2026-09-26'],
  );
});

for (const way of ['deleted', 'entered in error', 'cancelled', 'another client’s'] as const) {
  test(`once the only episode of care is ${way}, it is inferred; when it is back, it counts`, async () => {
    await clinicWith(...sessionsOfEd(), episodeOfEd());
    const recorded = await lineOfEd('sam');
    assert.deepEqual([recorded?.inferred, recorded?.week], [false, 5]);
    assert.equal(await lineOfEd('ruth'), undefined);
    if (way === 'deleted') {
      clinic.endpoint.remove('2026-11-18T13:01:00Z', 'EpisodeOfCare/episode-ed');
      await clinic.sync.readOnce();
    } else if (way === 'another client’s') {
      await then(episodeOfEd({ patient: reference('Patient/bo') }));
    } else {
      await then(episodeOfEd({ status: way === 'cancelled' ? 'cancelled' : 'entered-in-error' }));
    }
    assert.equal((await lineOfEd('ruth'))?.inferred, true);
    assert.equal(await lineOfEd('sam'), undefined);
    await then(episodeOfEd());
    assert.equal((await lineOfEd('sam'))?.inferred, false);
    assert.equal(await lineOfEd('ruth'), undefined);
    const { episodes, weeks } = await recordOfEd();
    assert.deepEqual(
      [episodes.length, weeks.reduce((sum, week) => sum + week.deliveredMinutes, 0)],
      [1, 230],
    );
  });
}

test('it follows its sessions: gone with the last of them, longer with one more', async () => {
  await clinicWith(booking('ed-1', 'ed', '2026-10-26', 'fulfilled'));
  const first = await episodeId();
  await then(booking('ed-5', 'ed', '2026-11-12', 'fulfilled'));
  assert.deepEqual([await episodeId(), (await lineOfEd('ruth'))?.daysSinceSeen], [first, 6]);
  await then(
    booking('ed-1', 'ed', '2026-10-26', 'noshow'),
    booking('ed-5', 'ed', '2026-11-12', 'noshow'),
  );
  assert.equal(await lineOfEd('ruth'), undefined);
  assert.deepEqual(await rowsIn('episode_week', 'ed'), []);
  // Ruth leads Ed's sessions still, and sees the name; the record no longer.
  const { status } = await clinic.get(
    await clinic.reader('counselor', 'ruth'),
    `/api/clients/${await clinic.idOf('Patient/ed')}`,
  );
  assert.equal(status, 404);
  await then(booking('ed-1', 'ed', '2026-10-26', 'fulfilled'));
  assert.equal(await episodeId(), first);
});

test('the counselor is whom the client’s care team names; where teams differ, who led most', async () => {
  await clinicWith(...sessionsOfEd(), careTeam('around-ed', 'sam'));
  assert.equal((await lineOfEd('sam'))?.counselor?.name, 'Test Sam');
  await then(careTeam('again', 'walt'));
  assert.ok(await lineOfEd('ruth'));
  await then(careTeam('again', 'sam'));
  assert.ok(await lineOfEd('sam'));
  await then(careTeam('again', 'sam', { status: 'inactive' }));
  await then(careTeam('around-ed', 'sam', { subject: reference('Patient/bo') }));
  assert.ok(await lineOfEd('ruth'));
});

test('a care team names no counselor for an episode that the source tells of', async () => {
  await clinicWith(careTeam('around-di', 'sam', { subject: reference('Patient/di') }));
  const { body } = await clinic.get(
    await clinic.reader('director', null),
    '/api/caseload?counselor=none',
  );
  assert.deepEqual(
    (body as Caseload).lines.map(({ familyName }) => familyName),
    ['Di'],
  );
});

test('its program is that of the unit which offers the sessions, whenever that becomes known', async () => {
  await clinicWith(...sessionsOfEd());
  assert.equal((await lineOfEd('ruth'))?.program, 'Harbor Day IOP');
  const group = smallClinic().find(({ id }) => id === 'group-a') as HealthcareService;
  await then({ ...group, providedBy: undefined });
  assert.equal((await lineOfEd('ruth'))?.program, null);
  await then(group);
  assert.equal((await lineOfEd('ruth'))?.program, 'Harbor Day IOP');
});

test('who was assessed and never came again is in no caseload', async () => {
  const system = 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets';
  const serviceType = [{ coding: [{ system, code: 'H0001' }] }];
  await clinicWith(booking('asked', 'ed', '2026-11-10', 'fulfilled', { serviceType }));
  assert.equal(await lineOfEd('ruth'), undefined);
});

test('sessions of a merged record are in the survivor’s episode, and infer none', async () => {
  await clinicWith(...sessionsOfEd());
  await then(merged('ed', 'ada'));
  assert.equal(await lineOfEd('ruth'), undefined);
  assert.deepEqual(await inferred(), []);
  await then({ ...merged('ed', 'ada'), link: [] });
  assert.equal((await lineOfEd('ruth'))?.inferred, true);
});

test('a site is in reach for as long as an inferred episode goes on there', async () => {
  clinic = await openTestClinic({ read: false });
  for (const one of smallClinic())
    if (one.resourceType === 'EpisodeOfCare')
      clinic.endpoint.remove(BEFORE, `EpisodeOfCare/${one.id}`);
  clinic.endpoint.put(BEFORE, ed, ...sessionsOfEd());
  await clinic.sync.readOnce();
  const sites = async () => {
    const { body } = await clinic.get(await clinic.reader('counselor', 'ruth'), '/api/me');
    return (body as Me).sites.map(({ name }) => name);
  };
  assert.deepEqual(await sites(), ['Harbor Street']);
  clinic.setClock('2027-01-20T15:00:00Z');
  assert.deepEqual(await sites(), []);
});

async function caseload(counselor: string, asOf?: string): Promise<CaseloadLine[]> {
  const { body } = await clinic.get(
    await clinic.reader('counselor', counselor),
    `/api/caseload${asOf ? `?asOf=${asOf}` : ''}`,
  );
  return (body as Caseload).lines;
}

const lineOfEd = async (counselor: string, asOf?: string) =>
  (await caseload(counselor, asOf)).find(({ familyName }) => familyName === 'Ed');

async function recordOfEd(asOf?: string): Promise<ClientProgress> {
  const url = `/api/clients/${await clinic.idOf('Patient/ed')}${asOf ? `?asOf=${asOf}` : ''}`;
  const { body } = await clinic.get(await clinic.reader('director', null), url);
  return body as ClientProgress;
}

const inferred = () =>
  clinic.database.sync(clinic.source.organizationId, async (scoped) => {
    const { rows } = await sql<{ id: string }>`SELECT id FROM episode WHERE inferred`.execute(
      scoped,
    );
    return rows.map(({ id }) => id);
  });
const episodeId = async () => (await inferred()).join();

const rowsIn = async (table: string, client = 'ed') => {
  const id = await clinic.idOf(`Patient/${client}`);
  return clinic.database.sync(clinic.source.organizationId, async (scoped) => {
    const { rows } = await sql`SELECT * FROM ${sql.table(table)} WHERE client_id = ${id}`.execute(
      scoped,
    );
    return rows;
  });
};
