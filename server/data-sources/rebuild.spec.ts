import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, test } from 'node:test';
import fc from 'fast-check';
import type { FhirResource } from 'fhir/r4';
import { sql } from 'kysely';
import type { SettingId } from '#domain/settings/setting';
import { setValue } from '../settings/change-settings.ts';
import { clinicalRecord, measured, merged } from '../testing/clinical-record.fixture.ts';
import { booking, presence } from '../testing/small-clinic.fixture.ts';
import { derivedTables } from '../testing/settings.fixture.ts';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';
import { DERIVED_TABLES, rebuild } from './rebuild.ts';
import { Identities } from './identities.ts';
import { takeInPage } from './read-page.ts';

let clinic: TestClinic;
afterEach(() => clinic.close());

const HOLDER = '00000000-0000-0000-0000-000000000001';

const client = fc.constantFrom('ada', 'bo', 'cy');
const day = fc.constantFrom('2026-09-30', '2026-11-02', '2026-11-16', '2026-11-17', '2026-11-18');
const HCPCS = 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets';

/** Something that happens at the source, as the resource it leaves there. */
const change = fc.oneof(
  fc
    .record({
      client,
      day,
      status: fc.constantFrom('booked', 'noshow', 'fulfilled', 'cancelled', 'entered-in-error'),
      by: fc.constantFrom('ruth', 'sam', 'new'),
      // A second booking overlaps the first: one presence must not prove both.
      again: fc.boolean(),
    })
    .map(({ client, day, status, by, again }): FhirResource =>
      booking(`${client}-${day}${again ? '-again' : ''}`, client, day, status as 'booked', {
        by,
        ...(again ? { start: `${day}T14:30:00Z`, end: `${day}T17:30:00Z` } : {}),
      }),
    ),
  fc
    .record({
      client,
      day,
      from: fc.constantFrom('14:00', '14:15', '14:20'),
      until: fc.constantFrom(undefined, '13:50', '15:10', '17:00'),
      named: fc.constantFrom('', '-again', undefined),
      which: fc.constantFrom('there', 'there-too'),
    })
    .map(({ client, day, from, until, named, which }): FhirResource =>
      presence(`${which}-${client}-${day}`, client, day, 0, {
        period: { start: `${day}T${from}:00Z`, ...(until && { end: `${day}T${until}:00Z` }) },
        appointment:
          named === undefined ? [] : [{ reference: `Appointment/${client}-${day}${named}` }],
      }),
    ),
  fc
    .record({
      client,
      day,
      code: fc.constantFrom('44261-6', '44260-8', '70274-6'),
      value: fc.integer({ min: 0, max: 4 }),
    })
    .map(({ client, day, code, value }): FhirResource =>
      measured(`${client}-${code}`, client, code, value, { effectiveDateTime: day }),
    ),
  client.chain((client) => fc.constantFrom(...clinicalRecord(client))),
  // Of an episode that comes and goes, and of a client's own care team: without the one, it is inferred.
  fc
    .record({
      client,
      of: client,
      status: fc.constantFrom('active', 'entered-in-error', 'cancelled'),
      start: fc.constantFrom('2026-10-05', '2026-11-17'),
    })
    .map(({ client, of, status, start }): FhirResource => ({
      resourceType: 'EpisodeOfCare',
      id: `episode-${client}`,
      status: status as 'active',
      patient: { reference: `Patient/${of}` },
      period: { start },
    })),
  fc
    .record({
      client,
      status: fc.constantFrom('active', 'inactive'),
      by: fc.constantFrom('ruth', 'sam', 'new'),
    })
    .map(({ client, status, by }): FhirResource => ({
      resourceType: 'CareTeam',
      id: 'around-one',
      status: status as 'active',
      subject: { reference: `Patient/${client}` },
      participant: [{ member: { reference: `Practitioner/${by}` } }],
    })),
  fc.constantFrom('Organization/unit', 'Organization/another').map((unit): FhirResource => ({
    resourceType: 'HealthcareService',
    id: 'group-a',
    type: [{ coding: [{ system: HCPCS, code: 'H0005' }] }],
    providedBy: { reference: unit },
  })),
  fc.constant<FhirResource>({ resourceType: 'Practitioner', id: 'new', name: [{ family: 'New' }] }),
  fc.record({ client, into: client }).map(({ client, into }): FhirResource => merged(client, into)),
);

/** What an administrator sets before a page comes, of the rules that attendance is derived by. */
const set = fc.option(
  fc
    .record({
      setting: fc.constantFrom<SettingId[]>(
        'lateMinutes',
        'encounterMatchMinutes',
        'noContactDays',
        'excusedNoticeHours',
      ),
      value: fc.constantFrom(7, 15, 30, 60),
      effectiveOn: day,
    })
    .map((asked) => ({ ...asked, programId: null, payer: null, basedOn: Number.MAX_SAFE_INTEGER })),
);

test('whatever came and was set, in whatever pages, a rebuild comes to identical tables', async () => {
  clinic = await openTestClinic();
  await clinic.sync.stop();
  let version = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.array(change, { minLength: 1, maxLength: 6 }), set), {
        minLength: 1,
        maxLength: 4,
      }),
      async (pages) => {
        const admin = await clinic.reader('admin', null);
        for (const [page, asked] of pages) {
          if (asked)
            await clinic.database.read(admin, (scoped) =>
              setValue(scoped, admin, { ...asked, id: randomUUID() }, new Date()),
            );
          const resources = page.map((resource) => ({
            ...resource,
            meta: {
              versionId: `g${++version}`,
              lastUpdated: new Date(Date.UTC(2026, 10, 15, 12, version)).toISOString(),
            },
          }));
          const how = {
            holder: HOLDER,
            receivedAt: new Date(Date.UTC(2026, 10, 18, 13, version)),
            live: false,
            ids: new Identities(),
          };
          await takeInPage(
            clinic.database,
            clinic.source,
            { resources },
            how,
            async () => undefined,
          );
        }
        const before = await tables();
        await rebuild(clinic.database, clinic.source.organizationId);
        const afterwards = await tables();
        for (const table of DERIVED_TABLES)
          assert.deepEqual(afterwards[table], before[table], table);
      },
    ),
    { numRuns: Number(process.env['RUNS'] ?? 8), endOnFailure: true },
  );
});

test('a rebuild looks again at bookings of a service as they stood when the service changed', async () => {
  clinic = await openTestClinic();
  await clinic.sync.stop();
  const heldBy = (unit: string): FhirResource => ({
    resourceType: 'HealthcareService',
    id: 'group-a',
    type: [{ coding: [{ system: HCPCS, code: 'H0005' }] }],
    providedBy: { reference: unit },
  });
  const bos = (status: 'booked' | 'fulfilled') => booking('bo-mon', 'bo', '2026-11-02', status);
  const pages = [
    [bos('booked'), heldBy('Organization/another')],
    [heldBy('Organization/unit'), bos('fulfilled')],
    [bos('fulfilled')],
  ];
  for (const [index, page] of pages.entries()) {
    const resources = page.map((resource) => ({ ...resource, meta: { versionId: `${index}` } }));
    const receivedAt = new Date(Date.UTC(2026, 10, 18, 14, index));
    const how = { holder: HOLDER, receivedAt, live: false, ids: new Identities() };
    await takeInPage(clinic.database, clinic.source, { resources }, how, async () => undefined);
  }
  const before = await tables();
  await rebuild(clinic.database, clinic.source.organizationId);
  assert.deepEqual((await tables())['attendance'], before['attendance']);
});

test('the rollups count what the attendances are', async () => {
  clinic = await openTestClinic();
  const sums = await clinic.database.sync(clinic.source.organizationId, async (scoped) => {
    const { rows } = await sql<{ rows: number; episode_week: number; program_week: number }>`
      SELECT (SELECT count(*) FROM attendance) AS rows,
             (SELECT sum(sessions) FROM episode_week) AS episode_week,
             (SELECT sum(sessions) FROM program_week) AS program_week`.execute(scoped);
    return rows[0];
  });
  assert.deepEqual(sums, { rows: 7, episode_week: 7, program_week: 7 });
});

const tables = () => derivedTables(clinic);
