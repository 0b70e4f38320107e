import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Caseload } from '#domain/caseload/caseload.contract';
import { isMiss } from '#domain/caseload/is-miss';
import type { RecordedFact, RiskFacts } from '#domain/caseload/risk-facts.contract';
import { openTestClinic, type TestClinic } from '../testing/test-clinic.fixture.ts';
import { condition, supply } from '../testing/record-of-ada.fixture.ts';

let clinic: TestClinic;
before(async () => {
  clinic = await openTestClinic({ read: false });
  clinic.endpoint.put(
    '2026-11-16T12:00:00Z',
    condition('sud', 'F11.20'),
    condition('smokes', 'F17.210'),
    condition('overdose-first', 'T40.1X1A', '2025-03-02'),
    condition('overdose-last', 'T40.411A', '2026-08-30'),
    supply('film-first', 'Buprenorphine 8 mg', '2026-10-05', '2026-11-01'),
    supply('film', 'Buprenorphine 8 mg', '2026-11-02', '2026-11-29'),
    supply('kit', 'Naloxone 4 mg nasal spray', '2026-10-06', '2028-10-05'),
    {
      resourceType: 'QuestionnaireResponse',
      id: 'admission',
      status: 'completed',
      questionnaire: 'https://clinic.example/Questionnaire/admission',
      subject: { reference: 'Patient/ada' },
      authored: '2026-10-05',
      item: [{ linkId: 'DAYS_SINCE_DETOX', answer: [{ valueInteger: 4 }] }],
    },
  );
  await clinic.sync.readOnce();
});
after(() => clinic.close());

async function ask(client: string, as = 'ruth') {
  const reader = await clinic.reader('counselor', as);
  const id = await clinic.idOf(`Patient/${client}`);
  return clinic.get(reader, `/api/caseload/clients/${id}/risk-facts`);
}

const said = (fact: RecordedFact | null | undefined) => fact && `${fact.words} ${fact.on}`;

test('facts with their days, the last of each', async () => {
  const { body } = await ask('ada');
  const facts = body as RiskFacts;
  assert.deepEqual(facts.substances.map(said), ['F11.20 2026-10-05']);
  assert.deepEqual(facts.medications.map(said), ['Buprenorphine 8 mg 2026-11-29']);
  assert.deepEqual([facts.overdose, facts.release, facts.naloxone].map(said), [
    'T40.411A 2026-08-30',
    'Detox 2026-10-01',
    'Naloxone 4 mg nasal spray 2026-10-06',
  ]);
});

test('each with a record that can be opened', async () => {
  const ruth = await clinic.reader('counselor', 'ruth');
  const { substances, medications, overdose, release, naloxone } = (await ask('ada'))
    .body as RiskFacts;
  const facts = [...substances, ...medications, overdose, release, naloxone];
  for (const fact of facts)
    assert.equal((await clinic.get(ruth, `/api/source-records/${fact?.recordId}`)).status, 200);
});

test('what is not recorded is not there', async () => {
  const { substances, medications, overdose, release, naloxone } = (await ask('bo'))
    .body as RiskFacts;
  assert.deepEqual(
    [substances, medications, overdose, release, naloxone],
    [[], [], null, null, null],
  );
});

test('a row of the caseload says them in short, where somebody is listed for not coming', async () => {
  const ruth = await clinic.reader('counselor', 'ruth');
  const { body } = await clinic.get(ruth, '/api/caseload');
  const lines = (body as Caseload).lines;
  const factsOf = (name: string) => lines.find(({ familyName }) => familyName === name)?.missFacts;
  assert.deepEqual(factsOf('Ada'), {
    substances: [{ name: 'opioids', inRemission: false }],
    medications: [{ words: 'buprenorphine', on: '2026-11-29' }],
    overdose: { words: 'T40.411A', on: '2026-08-30' },
    release: { words: 'Detox', on: '2026-10-01' },
    naloxone: { words: 'Naloxone 4 mg nasal spray', on: '2026-10-06' },
  });
  for (const { flags, missFacts } of lines) assert.equal(missFacts !== null, flags.some(isMiss));
});

test('out of reach there is nothing, and both looks are written down', async () => {
  await ask('ada');
  assert.equal((await ask('cy')).status, 404);
  const acts = await clinic.database.own(async (scoped) => {
    const { rows } = await sql<{
      act: string;
    }>`SELECT act FROM access_log ORDER BY id DESC LIMIT 2`.execute(scoped);
    return rows.map(({ act }) => act);
  });
  assert.deepEqual(acts, ['risk facts, refused', 'risk facts']);
});
