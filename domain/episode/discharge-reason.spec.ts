import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  dischargeReasonOf,
  type DischargeStatement,
  reasonOfColorado,
  reasonOfColoradoType,
  reasonOfDisposition,
} from './discharge-reason.ts';

test('Colorado’s eleven reasons, as TEDS counts them', () => {
  const reasons = Array.from({ length: 11 }, (_, index) => reasonOfColorado(String(index + 1)));
  assert.deepEqual(reasons, [3, 2, 2, 7, 3, 7, 7, 7, 5, 6, 7]);
  assert.equal(reasonOfColorado('09'), 5);
  assert.equal(reasonOfColorado('12'), null);
});

test('Colorado’s discharge types: completed, transferred; others say no reason', () => {
  assert.deepEqual(['01', '02', '03', '2'].map(reasonOfColoradoType), [1, 4, null, 4]);
});

test('where somebody went is a reason only where it says one; home is none, and not completed', () => {
  const said = ['aadvice', 'exp', 'other-hcf', 'psy', 'rehab'].map(reasonOfDisposition);
  assert.deepEqual(said, [2, 6, 4, 4, 4]);
  for (const code of ['home', 'alt-home', 'hosp', 'oth'])
    assert.equal(reasonOfDisposition(code), null, code);
});

const statement = (part: Partial<DischargeStatement>): DischargeStatement => ({
  recordId: 'r1',
  way: 'encounter',
  statedOn: '2026-11-10',
  reason: 4,
  ...part,
});

test('the episode’s own word counts before a questionnaire’s, and that before a disposition', () => {
  const encounter = statement({});
  const questionnaire = statement({ recordId: 'r2', way: 'questionnaire', reason: 1 });
  const episode = statement({ recordId: 'r3', way: 'episode', reason: 2 });
  assert.deepEqual(dischargeReasonOf([encounter, questionnaire, episode]), {
    reason: 2,
    recordId: 'r3',
    contradicted: true,
  });
  assert.equal(dischargeReasonOf([encounter, questionnaire])?.reason, 1);
});

test('what gives no reason contradicts none, and alone leaves it unknown', () => {
  const home = statement({ reason: null });
  assert.equal(dischargeReasonOf([home]), null);
  const said = dischargeReasonOf([home, statement({ recordId: 'r2', way: 'episode', reason: 1 })]);
  assert.deepEqual(said, { reason: 1, recordId: 'r2', contradicted: false });
});

test('of one way, the latest', () => {
  const early = statement({ recordId: 'r1', reason: 2, statedOn: '2026-11-01' });
  const late = statement({ recordId: 'r2', reason: 1, statedOn: '2026-11-05' });
  assert.equal(dischargeReasonOf([early, late])?.recordId, 'r2');
});
