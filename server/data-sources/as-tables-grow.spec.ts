import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { asTablesGrow } from './as-tables-grow.ts';

const of = (type: string, times: number) => Array.from({ length: times }, () => ({ type }));

describe('As tables grow', () => {
  it('does its work at 10,000 of a type and at each fourfold, whatever came of others before', async () => {
    let times = 0;
    const grew = asTablesGrow(async () => void times++);
    await grew(of('Encounter', 2_000_000));
    assert.equal(times, 1);
    await grew(of('Appointment', 9_999));
    assert.equal(times, 1);
    await grew(of('Appointment', 1));
    assert.equal(times, 2);
    await grew(of('Appointment', 29_999));
    assert.equal(times, 2);
    await grew(of('Appointment', 1));
    assert.equal(times, 3);
  });

  it('does it once for a page in which several types have grown', async () => {
    let times = 0;
    const grew = asTablesGrow(async () => void times++);
    await grew([...of('Patient', 10_000), ...of('Goal', 10_000)]);
    assert.equal(times, 1);
  });
});
