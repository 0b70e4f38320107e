import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Basic } from 'fhir/r4';
import { ChangeIndex } from './change-index.ts';
import type { Recorded } from './recorded.ts';

const instant = fc.nat({ max: 50_000 });
const times = fc.array(instant, { minLength: 1, maxLength: 4 });
const records = fc.array(fc.record({ at: times, deletedAt: fc.option(instant) }));
const clients = fc.array(fc.tuple(fc.nat({ max: 5 }), records), { minLength: 1, maxLength: 30 });

test('the index says of any stretch what the records themselves say, to the second', () => {
  fc.assert(
    fc.property(clients, instant, fc.nat({ max: 20_000 }), (kept, from, length) => {
      const until = from + length;
      const index = new ChangeIndex();
      const latest = new Map<number, number[]>();
      for (const [client, drawn] of kept) {
        index.keep(
          client,
          drawn.map(({ at, deletedAt }) => recorded(at, deletedAt)),
        );
        latest.set(
          client,
          drawn.flatMap(({ at, deletedAt }) => (deletedAt === null ? at : [...at, deletedAt])),
        );
      }
      for (const [client, instants] of latest) {
        const changes = instants.some(
          (one) => second(one) >= second(from) && second(one) <= second(until),
        );
        assert.equal(index.mayChangeBetween(client, from, until), changes);
      }
    }),
    { numRuns: 200, endOnFailure: true },
  );
});

test('what is kept again and again takes no more room', () => {
  const index = new ChangeIndex();
  const day = Array.from({ length: 400 }, (_, at) => recorded([at * 1_000], null));
  for (let turn = 0; turn < 500; turn++) index.keep(turn % 3, day);
  assert.ok(index.room < 3 * 400 * 4, `${index.room}`);
});

test('of whom nothing was kept, or who was forgotten, nothing is known', () => {
  const index = new ChangeIndex();
  index.keep(1, [recorded([5], null)]);
  index.forget(1);
  assert.equal(index.mayChangeBetween(1, 0, 9), null);
  assert.equal(index.mayChangeBetween(2, 0, 9), null);
});

function second(milliseconds: number): number {
  return Math.floor(milliseconds / 1_000);
}

function recorded(at: number[], deletedAt: number | null): Recorded {
  const resource: Basic = { resourceType: 'Basic', code: {} };
  return {
    id: 'one',
    at: at.toSorted((one, other) => one - other),
    ...(deletedAt !== null && { deletedAt }),
    render: () => resource,
  };
}
