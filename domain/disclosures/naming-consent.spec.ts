import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ConsentPurpose, namingConsent } from './naming-consent.ts';
import type { RecordedConsent } from './recorded-consent.ts';

const TODAY = '2026-11-18';
const consent = (about: Partial<RecordedConsent> = {}): RecordedConsent => ({
  recordId: 'one',
  status: 'active',
  startsOn: '2026-10-14',
  endsOn: '2027-10-13',
  revokedOn: null,
  purposes: ['TREAT'],
  criminalJustice: false,
  recipients: [{ name: 'Riverbend Counseling', permitted: true }],
  ...about,
});
const court = (about: Partial<RecordedConsent> = {}): RecordedConsent =>
  consent({
    purposes: [],
    criminalJustice: true,
    recipients: [{ name: 'Harbor County Drug Court', permitted: true }],
    ...about,
  });
const treatment = (...consents: RecordedConsent[]) =>
  namingConsent(consents, 'Riverbend Counseling', 'treatment', TODAY);
const report = (...consents: RecordedConsent[]) =>
  namingConsent(consents, 'Harbor County Drug Court', 'criminal-justice', TODAY);
const reasonOf = ({ refusal }: ReturnType<typeof treatment>) => refusal?.reason ?? null;

test('a consent for treatment that names the recipient covers it, to its last day', () => {
  assert.equal(treatment(consent()).consent?.recordId, 'one');
  assert.equal(reasonOf(treatment(consent({ startsOn: TODAY, endsOn: TODAY }))), null);
  assert.equal(reasonOf(treatment(consent({ endsOn: null }))), null);
  assert.equal(
    reasonOf(
      treatment(consent({ recipients: [{ name: ' riverbend COUNSELING', permitted: true }] })),
    ),
    null,
  );
});

test('at each boundary nothing goes, and the reason says which', () => {
  const of = (about: Partial<RecordedConsent>) => treatment(consent(about));
  assert.equal(reasonOf(treatment()), 'none');
  assert.equal(reasonOf(of({ endsOn: '2026-11-17' })), 'expired');
  assert.match(of({ endsOn: '2026-11-17' }).refusal?.words ?? '', /of Wed 14 Oct ended on Tue 17/);
  assert.equal(reasonOf(of({ startsOn: '2026-11-19' })), 'not-yet');
  assert.equal(reasonOf(of({ status: 'proposed' })), 'not-signed');
  assert.equal(reasonOf(of({ status: 'rejected' })), 'not-signed');
  assert.equal(reasonOf(of({ purposes: ['HPAYMT'] })), 'other-purpose');
  assert.equal(reasonOf(of({ purposes: [] })), 'other-purpose');
  const revoked = of({ status: 'inactive', revokedOn: '2026-11-02' });
  assert.equal(reasonOf(revoked), 'revoked');
  assert.match(revoked.refusal?.words ?? '', /was revoked on Mon 2 Nov/);
  const other = of({ recipients: [{ name: 'Elm Street', permitted: true }] });
  assert.equal(reasonOf(other), 'other-recipient');
  assert.match(other.refusal?.words ?? '', /names other recipients than Riverbend/);
  assert.equal(reasonOf(namingConsent([consent()], null, 'treatment', TODAY)), 'no-recipient');
});

test('a consent for treatment, payment and operations that names nobody of theirs is one of another recipient', () => {
  const tpo = consent({ purposes: ['TREAT', 'HPAYMT', 'HOPERAT'], recipients: [] });
  assert.equal(reasonOf(treatment(tpo)), 'other-recipient');
  assert.equal(reasonOf(treatment(tpo, consent())), null);
});

test('a refusal that names the recipient outweighs the consent while it is in force', () => {
  const no = consent({
    recordId: 'no',
    recipients: [{ name: 'Riverbend Counseling', permitted: false }],
  });
  assert.equal(reasonOf(treatment(consent(), no)), 'refused');
  assert.equal(reasonOf(treatment(consent(), { ...no, status: 'inactive' })), null);
});

test('a court is told under a consent of its own, which says when it ends and is for nothing else', () => {
  assert.equal(reasonOf(report(court())), null);
  assert.equal(reasonOf(report(court({ endsOn: null }))), 'no-end');
  assert.equal(reasonOf(report(court({ purposes: ['HLEGAL'] }))), 'combined');
  assert.equal(reasonOf(treatment(consent({ purposes: ['TREAT', 'HLEGAL'] }))), 'combined');
  const treats = consent({ recipients: court().recipients });
  assert.equal(reasonOf(report(treats)), 'other-purpose');
  const reports = court({ purposes: ['TREAT'], recipients: consent().recipients });
  assert.equal(reasonOf(treatment(reports)), 'other-purpose');
});

test('of a later consent that holds and an earlier one that was revoked, the one that holds counts', () => {
  const before = consent({ recordId: 'before', status: 'inactive', revokedOn: '2026-10-20' });
  assert.equal(treatment(before, consent()).consent?.recordId, 'one');
});

const day = fc.constantFrom('2026-10-01', '2026-11-17', TODAY, '2026-11-19', '2027-01-01');
const anyConsent = fc.record({
  recordId: fc.uuid(),
  status: fc.constantFrom('draft', 'proposed', 'active', 'inactive', 'rejected'),
  startsOn: fc.option(day),
  endsOn: fc.option(day),
  revokedOn: fc.option(day),
  purposes: fc.subarray(['TREAT', 'COC', 'HPAYMT', 'HOPERAT', 'HLEGAL']),
  criminalJustice: fc.boolean(),
  recipients: fc.array(
    fc.record({
      name: fc.constantFrom(null, 'Riverbend Counseling', 'Elm Street'),
      permitted: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
});
const purposes = fc.constantFrom<ConsentPurpose>('treatment', 'criminal-justice');

test('law: what covers is active, of today, for the purpose, and names the recipient; no order of records changes it', () => {
  fc.assert(
    fc.property(fc.array(anyConsent, { maxLength: 6 }), purposes, (consents, purpose) => {
      const { consent: found } = namingConsent(consents, 'Elm Street', purpose, TODAY);
      const turned = namingConsent(consents.toReversed(), 'Elm Street', purpose, TODAY);
      assert.equal(turned.consent?.recordId, found?.recordId);
      if (!found) return;
      assert.equal(found.status, 'active');
      assert.ok((found.startsOn ?? TODAY) <= TODAY && (found.endsOn ?? TODAY) >= TODAY);
      assert.ok(found.recipients.some(({ name, permitted }) => name === 'Elm Street' && permitted));
      assert.equal(found.criminalJustice, purpose === 'criminal-justice');
    }),
  );
});

test('law: a consent that names somebody else opens nothing', () => {
  fc.assert(
    fc.property(fc.array(anyConsent, { maxLength: 4 }), anyConsent, (consents, more) => {
      const other = { ...more, recipients: [{ name: 'Second Step', permitted: true }] };
      const is = (all: RecordedConsent[]) =>
        namingConsent(all, 'Elm Street', 'treatment', TODAY).consent?.recordId;
      assert.equal(is([...consents, other]), is(consents));
    }),
  );
});
