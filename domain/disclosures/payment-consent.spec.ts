import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paymentConsent } from './payment-consent.ts';
import type { RecordedConsent } from './recorded-consent.ts';

const TODAY = '2026-11-18';
const tpo = (about: Partial<RecordedConsent> = {}): RecordedConsent => ({
  recordId: 'tpo',
  status: 'active',
  startsOn: '2026-10-14',
  endsOn: '2027-10-13',
  revokedOn: null,
  criminalJustice: false,
  purposes: ['TREAT', 'HPAYMT', 'HOPERAT'],
  recipients: [{ name: 'Harbor Street', permitted: true }],
  ...about,
});
const covers = (...consents: RecordedConsent[]) =>
  paymentConsent(consents, 'State Medicaid', TODAY).consent?.recordId ?? null;
const refusal = (...consents: RecordedConsent[]) =>
  paymentConsent(consents, 'State Medicaid', TODAY).refusal;

test('one consent for treatment, payment and operations covers the payer without naming it', () => {
  assert.equal(covers(tpo()), 'tpo');
  assert.equal(covers(tpo({ endsOn: null })), 'tpo');
  assert.equal(covers(tpo({ endsOn: TODAY })), 'tpo');
});

test('one for payment alone covers the payer it names, however it is spelled, and no other', () => {
  const named = (name: string) =>
    tpo({ purposes: ['HPAYMT'], recipients: [{ name, permitted: true }] });
  assert.equal(covers(named(' state medicaid')), 'tpo');
  assert.equal(covers(named('Bluefield Commercial')), null);
  assert.match(refusal(named('Bluefield Commercial')) ?? '', /names other recipients/);
});

test('none covers it: revoked, ended, not begun, for something else, or without a purpose', () => {
  assert.match(refusal(tpo({ status: 'inactive' })) ?? '', /of Wed 14 Oct is no longer in force/);
  assert.match(refusal(tpo({ endsOn: '2026-11-17' })) ?? '', /ended on Tue 17 Nov/);
  assert.match(refusal(tpo({ startsOn: '2026-11-19' })) ?? '', /begins on Thu 19 Nov/);
  assert.match(refusal(tpo({ purposes: ['TREAT'] })) ?? '', /^No consent on record/);
  assert.match(refusal(tpo({ purposes: [] })) ?? '', /^No consent on record/);
  assert.match(refusal() ?? '', /^No consent on record/);
});

test('a refusal that names the payer outweighs the consent', () => {
  const no = tpo({
    recordId: 'no',
    purposes: [],
    recipients: [{ name: 'State Medicaid', permitted: false }],
  });
  assert.match(refusal(tpo(), no) ?? '', /keeps State Medicaid from being told/);
  assert.equal(covers(tpo(), { ...no, status: 'inactive' }), 'tpo');
});

test('without a payer there is nobody to send it to', () => {
  assert.equal(paymentConsent([tpo()], null, TODAY).refusal, 'No payer is on record for today.');
});
