import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEnvironment, WrongSetting } from './environment.ts';

const SIMULATED = { SIMULATED_FHIR_URL: 'http://localhost:4300/fhir' };
const REAL = { SOURCE_FHIR_URL: 'https://ehr.example.org/r4', DEMO_SIGN_IN: 'loopback' };

type Settings = Record<string, string | undefined>;

const withSettings = (settings: Settings) => readEnvironment({ ...SIMULATED, ...settings });

/** The one sentence it is refused with. */
function refusal(env: Settings): string {
  try {
    readEnvironment(env);
  } catch (error) {
    assert.ok(error instanceof WrongSetting, String(error));
    return error.message;
  }
  return assert.fail(`not refused: ${JSON.stringify(env)}`);
}

test('what nobody set has a default', () => {
  assert.deepEqual(readEnvironment(SIMULATED), {
    port: 4200,
    dataDir: '.data',
    databaseUrl: null,
    source: { baseUrl: 'http://localhost:4300/fhir', simulated: true },
    pollSeconds: 5,
    demoSignIn: true,
    clockStartsAt: null,
    logLevel: 'warn',
  });
});

test('what is set is used', () => {
  const environment = withSettings({
    PORT: '8080',
    DATA_DIR: '/var/lib/throughline',
    DATABASE_URL: 'postgres://db.example.org/clinic',
    SOURCE_FHIR_POLL_SECONDS: '60',
    CLOCK: '2026-11-18T08:02:00-05:00',
    LOG_LEVEL: 'debug',
  });
  assert.deepEqual(environment, {
    port: 8080,
    dataDir: '/var/lib/throughline',
    databaseUrl: 'postgres://db.example.org/clinic',
    source: { baseUrl: 'http://localhost:4300/fhir', simulated: true },
    pollSeconds: 60,
    demoSignIn: true,
    clockStartsAt: new Date('2026-11-18T13:02:00Z'),
    logLevel: 'debug',
  });
});

test('a setting that is empty is one that nobody set', () => {
  const empty = Object.fromEntries(
    'PORT DATA_DIR DATABASE_URL SOURCE_FHIR_URL SOURCE_FHIR_POLL_SECONDS CLOCK LOG_LEVEL DEMO_SIGN_IN'
      .split(' ')
      .map((name) => [name, '']),
  );
  assert.deepEqual(withSettings(empty), readEnvironment(SIMULATED));
});

test('a real source goes before a simulated one, and is asked less often', () => {
  const { source, pollSeconds, demoSignIn } = withSettings(REAL);
  assert.deepEqual(source, { baseUrl: 'https://ehr.example.org/r4', simulated: false });
  assert.deepEqual([pollSeconds, demoSignIn], [30, true]);
});

test('without a source it says how to have one', () => {
  assert.match(refusal({}), /SOURCE_FHIR_URL is not set/);
});

test('a real source is refused without a sign-in, and with a clock of one’s own', () => {
  assert.match(refusal({ SOURCE_FHIR_URL: REAL.SOURCE_FHIR_URL }), /no sign-in/);
  assert.match(refusal({ ...REAL, CLOCK: '2026-11-18T13:02:00Z' }), /CLOCK is refused/);
});

const WRONG: [name: string, values: string[]][] = [
  ['PORT', ['http', '-1', '65536', '80.5', '1e3', '0x50', ' ']],
  ['SOURCE_FHIR_POLL_SECONDS', ['0', '86401', 'often', '1.5']],
  ['DATABASE_URL', ['localhost', 'mysql://db.example.org/clinic', 'http://db.example.org']],
  ['SOURCE_FHIR_URL', ['ehr.example.org/r4', 'ftp://ehr.example.org/r4', 'file:///etc']],
  ['CLOCK', ['tomorrow', '5', '2026-11-18', '2026-11-18T08:02:00', '2026-02-31T99:00:00Z']],
  ['LOG_LEVEL', ['loud', 'WARN']],
  ['DEMO_SIGN_IN', ['yes', 'true']],
];

for (const [name, values] of WRONG) {
  for (const value of values) {
    test(`${name}='${value}' is refused in one sentence that names it`, () => {
      const message = refusal({
        ...SIMULATED,
        ...(name === 'SOURCE_FHIR_URL' ? REAL : {}),
        [name]: value,
      });
      assert.ok(message.startsWith(name), message);
      assert.match(message, /^[^\n]+\.$/);
      assert.doesNotMatch(message, /\. [A-Z]/);
    });
  }
}

test('the sentence about the sign-in is one, too', () => {
  assert.doesNotMatch(refusal({ SOURCE_FHIR_URL: REAL.SOURCE_FHIR_URL }), /\. [A-Z]/);
});

test('a port of 0 leaves the choice to the system', () => {
  assert.equal(withSettings({ PORT: '0' }).port, 0);
});

test('an address that is refused is not repeated: it may hold a password', () => {
  assert.doesNotMatch(
    refusal({ ...SIMULATED, DATABASE_URL: 'mysql://clinic:hunter2@db.example.org/clinic' }),
    /hunter2|clinic:/,
  );
  assert.doesNotMatch(refusal({ ...REAL, SOURCE_FHIR_URL: 'ftp://me:hunter2@ehr' }), /hunter2/);
});

test('a database’s address may hold a password', () => {
  const url = 'postgresql://clinic:hunter2@db.example.org/clinic';
  assert.equal(withSettings({ DATABASE_URL: url }).databaseUrl, url);
});

test('a source’s address may not: it is shown on pages, and no request is sent to such an address', () => {
  const message = refusal({ ...REAL, SOURCE_FHIR_URL: 'https://me:hunter2@ehr.example.org/r4' });
  assert.match(message, /^SOURCE_FHIR_URL/);
  assert.doesNotMatch(message, /hunter2/);
});
