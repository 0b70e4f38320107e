import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Bundle, OperationOutcome } from 'fhir/r4';
import { FhirClient } from './client.ts';
import { problem, source } from './source.fixture.ts';

const bundle = (part: Partial<Bundle> = {}): Bundle => ({
  resourceType: 'Bundle',
  type: 'searchset',
  ...part,
});

const patient = (id: string) => ({ resourceType: 'Patient', id }) as const;

test('the address of a search repeats what is given twice, and escapes it', () => {
  const search = (base: string) =>
    new FhirClient(base).search('Appointment', {
      date: ['ge2026-11-02', 'lt2026-12-01'],
      status: 'a b',
    });
  const address =
    'https://ehr.example.org/r4/Appointment?date=ge2026-11-02&date=lt2026-12-01&status=a+b';
  assert.equal(search('https://ehr.example.org/r4'), address);
  assert.equal(search('https://ehr.example.org/r4/'), address);
});

test('a search is read page by page, to the one that names no next', async (t) => {
  const next = (url: string) => [
    { relation: 'self', url: 'http://example.org/' },
    { relation: 'next', url },
  ];
  const { client, baseUrl, asked, accepted } = await source(
    t,
    {
      body: bundle({ link: next('{base}?_page=2'), entry: [{ resource: patient('p1') }] }),
    },
    { body: bundle({ entry: [{ resource: patient('p2') }] }) },
  );
  const first = await client.page(client.search('Patient', { _count: '1' }));
  assert.deepEqual(first, { resources: [patient('p1')], next: `${baseUrl}?_page=2` });
  const second = await client.page(first.next ?? '');
  assert.deepEqual(second, { resources: [patient('p2')], next: null });
  assert.deepEqual(asked, ['/fhir/Patient?_count=1', '/fhir?_page=2']);
  assert.deepEqual(accepted, ['application/fhir+json', 'application/fhir+json']);
});

for (const inPart of ['?_page=2', '/fhir/Patient?_page=2', 'Patient?_page=2']) {
  test(`a next page that is named in part only, ${inPart}, is one of the search`, async (t) => {
    const link = [{ relation: 'next', url: inPart }];
    const { client, baseUrl } = await source(t, { body: bundle({ link }) });
    const { next } = await client.page(client.search('Patient', { _count: '1' }));
    assert.equal(next, `${baseUrl}/Patient?_page=2`);
  });
}

test('an empty next is none, or the first page would be read for ever', async (t) => {
  const link = [{ relation: 'next', url: '' }];
  const { client, baseUrl } = await source(t, { body: bundle({ link }) });
  assert.equal((await client.page(`${baseUrl}/Patient`)).next, null);
});

test('matches and what was included are read; an outcome and an entry without a resource are not', async (t) => {
  const outcome: OperationOutcome = { resourceType: 'OperationOutcome', issue: [] };
  const { client, baseUrl } = await source(t, {
    body: bundle({
      entry: [
        { resource: patient('p1'), search: { mode: 'match' } },
        { resource: patient('p2'), search: { mode: 'include' } },
        { resource: outcome, search: { mode: 'outcome' } },
        { fullUrl: 'urn:uuid:x' },
        { resource: patient('p3') },
      ],
    }),
  });
  const { resources } = await client.page(`${baseUrl}/Patient`);
  assert.deepEqual(resources, [patient('p1'), patient('p2'), patient('p3')]);
});

test('a search that finds nothing is an empty page', async (t) => {
  const { client, baseUrl } = await source(t, { body: bundle({ total: 0 }) });
  assert.deepEqual(await client.page(`${baseUrl}/Patient`), { resources: [], next: null });
});

test('a next page on another server is not followed', async (t) => {
  const { client, asked, baseUrl } = await source(t, { body: bundle() });
  for (const foreign of [
    'https://elsewhere.example.org/fhir?page=2',
    baseUrl.replace(/\d+\/fhir/, '1/x'),
  ]) {
    assert.match(await problem(client.page(foreign)), /another server/);
  }
  assert.deepEqual(asked, []);
});
