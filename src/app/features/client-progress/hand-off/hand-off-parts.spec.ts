import type { PlanContent } from '#domain/aftercare/plan-content.contract';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import type { ClientSupply } from '#domain/client-progress/tests-and-medication.contract';
import type { ClientDisclosures } from '#domain/disclosures/disclosure.contract';
import { aClient, aMeasure, aScore, aWay } from '../client-progress.fixture';
import { handOffParts } from './hand-off-parts';

const nothing: ClientDisclosures['handOff'] = {
  ...{ birthDate: null, phones: [], recipients: [], contactRules: null, steps: [] },
  plan: [],
  episodeId: 'episode',
};
const supply: ClientSupply = {
  ...{ recordId: 's', medication: 'buprenorphine', words: 'buprenorphine 8 MG', dosage: 'daily' },
  ...{ status: 'active', startsOn: '2026-11-01', endsOn: null, supplyEndsOn: '2026-11-28' },
};
const referral = (to: string, on: string) => ({
  ...{ recordId: 'r', sentOn: '2026-11-02', to, step: 'appointment-booked' },
  appointment: { on, outcome: null, recordId: 'a' },
});

describe('handOffParts', () => {
  it('says of everything that is not recorded that it is not', () => {
    const rows = rowsOf(aClient);
    for (const name of ['First appointment', 'Diagnosis', 'Scores', 'Naloxone', 'Crisis plan'])
      expect(rows).toContain(`${name} | not recorded | `);
    expect(rows).toContain('Prescribed | nothing in force is recorded | ');
  });

  it('says what is arranged of the plan: naloxone and crisis plan in their own parts, the record’s by its record', () => {
    const content = (
      id: PlanContent['id'],
      status: PlanContent['status'],
      more: Partial<PlanContent> = {},
    ): PlanContent => ({
      ...{ id, status, on: '2026-11-17', words: null, owner: 'Kim', note: null, by: 'Ruth Ash' },
      ...{ recordId: null, entryId: 'e', isWritten: true, beside: [] },
      ...more,
    });
    const plan = [
      content('naloxone', 'done', { words: 'kit given' }),
      content('crisis-plan', 'in-progress'),
      content('housing', 'done', { words: 'own home', note: 'lease signed' }),
      content('relapse-prevention', 'done', { recordId: 'goal', words: 'Relapse-prevention plan' }),
    ];
    const rows = rowsOf(aClient, false, { ...nothing, plan });
    expect(rows).toContain('Naloxone | arranged, kit given | 17 Nov 2026');
    expect(rows).toContain('Crisis plan | being arranged | 17 Nov 2026');
    expect(rows).toContain('Recovery housing | arranged, own home, lease signed | 17 Nov 2026');
    expect(rows.join()).not.toMatch(/Relapse|Kim|Ruth|Naloxone \| not/);
  });

  it('says whether what is in hand reaches the first appointment with this recipient', () => {
    const inHand = (on: string) =>
      rowsOf({
        ...aClient,
        way: { ...aWay, referrals: [referral('Riverbend', on), referral('Elm', '2026-11-20')] },
        medication: { ...aClient.medication, supplies: [supply] },
      }).filter((row) => row.startsWith('In hand to the first'));
    expect(inHand('2026-11-29')).toEqual(['In hand to the first appointment | yes | 28 Nov 2026']);
    expect(inHand('2026-12-01')).toEqual([
      'In hand to the first appointment | no: 2 days before it are without a supply | 29 Nov 2026',
    ]);
    const unknown = { ...aClient, medication: { ...aClient.medication, supplies: [supply] } };
    expect(rowsOf(unknown)).toContain(
      'In hand to the first appointment | not known: no first appointment is recorded | ',
    );
  });

  it('names the last scores in full, and no answer to a question', () => {
    const score = aScore('2026-11-09', 9, { answers: { '9': 1 } });
    const rows = rowsOf({
      ...aClient,
      measures: [aMeasure('phq-9', aScore('2026-10-12', 16), score)],
    });
    expect(rows).toContain(
      'Depression, Patient Health Questionnaire (PHQ-9) | 9, mild (scale 0 to 27) | 9 Nov 2026',
    );
    expect(rows.join()).not.toMatch(/item 9|16/);
  });

  it('names who stands by the client under a consent alone, and nobody on a screen that others see', () => {
    const person = { familyName: 'Alder', givenName: 'Hiro', relationship: 'PRN', recordId: 'p' };
    const withConsent = (consent: { until: string; recordId: string } | null): ClientProgress => ({
      ...aClient,
      background: { ...aClient.background, supportPeople: [{ ...person, consent }] },
    });
    expect(rowsOf(withConsent(null)).join()).not.toContain('Alder');
    const consented = withConsent({ until: '2027-10-13', recordId: 'k' });
    expect(rowsOf(consented).join()).toContain('Hiro Alder');
    expect(rowsOf(consented, true).join()).not.toContain('Alder');
  });
});

const rowsOf = (client: ClientProgress, initialsOnly = false, handOff = nothing): string[] =>
  handOffParts(client, handOff, 'Riverbend', initialsOnly).flatMap(({ rows }) =>
    rows.map(({ name, value, on }) => `${name} | ${value} | ${on}`),
  );
