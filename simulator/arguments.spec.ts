import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ArgumentProblem, readArguments } from './arguments.ts';

const REAL_TIME = Date.parse('2026-03-01T00:00:00Z');
const read = (given: string[], environment = {}) => readArguments(given, environment, REAL_TIME);

test('--today opens two minutes past eight in New York, whatever the season', () => {
  assert.equal(read(['--today', '2026-11-16']).start, Date.parse('2026-11-16T13:02:00Z'));
  assert.equal(read(['--today', '2026-07-06']).start, Date.parse('2026-07-06T12:02:00Z'));
});

test('the clock starts from CLOCK, else from the real time', () => {
  const clock = '2026-05-05T10:00:00Z';
  assert.equal(read([], { CLOCK: clock }).start, Date.parse(clock));
  assert.equal(read([]).start, REAL_TIME);
});

const WRONG: [given: string[], says: RegExp][] = [
  [['--clients', 'many'], /--clients must be a whole number from 1/],
  [['--clients', '2.5'], /--clients/],
  [['--port', '70000'], /--port/],
  [['--speed', '0'], /--speed/],
  [['--today', '2026-02-30'], /--today/],
  [['--today', '2020-01-01'], /between 2024-09-02/],
  [['--todat', '2026-01-01'], /--todat/],
  [['--scenario', 'all-is-well'], /--scenario must be one of as-usual, /],
];
for (const [given, says] of WRONG) {
  test(`${given.join(' ')} is refused in one sentence`, () => {
    assert.throws(
      () => read(given),
      (error) => error instanceof ArgumentProblem && says.test(error.message),
    );
  });
}

test('a CLOCK without a zone is refused', () => {
  assert.throws(() => read([], { CLOCK: '2026-05-05 10:00' }), /CLOCK/);
});
