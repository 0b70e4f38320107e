import { clientFinding } from './client-finding';
import { aClient, aLine, aMeasure, aScore, aWay } from './client-progress.fixture';

const week = (monday: string, deliveredMinutes: number) => ({
  monday,
  deliveredMinutes,
  assumedMinutes: 0,
  prescribedMinutes: 720,
});
const said = (about: Partial<typeof aClient>) => {
  const { lead, more } = clientFinding({ ...aClient, ...about });
  return `${lead} ${more}`.trim();
};

describe('clientFinding', () => {
  it('says nothing where no rule is met', () => {
    expect(said({})).toBe('');
    const unchanged = aMeasure('phq-9', aScore('2026-10-12', 16), aScore('2026-11-09', 14));
    expect(said({ measures: [{ ...unchanged, change: 'no-reliable-change' }] })).toBe('');
  });

  it('counts full weeks below the level’s hours among the last three, at the boundary none', () => {
    const weeks = [
      week('2026-10-12', 100),
      week('2026-10-19', 539),
      week('2026-10-26', 540),
      week('2026-11-02', 600),
      week('2026-11-09', 300),
      // This week is not over.
      week('2026-11-16', 0),
    ];
    expect(said({ weeks })).toBe('Below 9 h in 1 of the last 3 full weeks.');
  });

  it('leaves out the week in which the client was admitted in the middle', () => {
    const way = { ...aWay, admittedOn: '2026-11-11' };
    expect(said({ way, weeks: [week('2026-11-09', 100)] })).toBe('');
  });

  it('says hours short only where the rule lists the client, and criteria as they stand on record', () => {
    const line = { ...aLine, flags: [flag('hours-short')] };
    const criterion = { id: 'a', words: '', evidence: '', recordIds: [] };
    const nextPhase = {
      number: 2,
      criteria: [
        { ...criterion, state: 'met' as const },
        { ...criterion, state: 'not-enough-records' as const },
      ],
    };
    expect(said({ line, plan: { ...aClient.plan, nextPhase } })).toBe(
      '3.0 h short this week. For phase 2, 1 of 2 criteria are met on record.',
    );
    expect(said({ line: { ...aLine, flags: [] } })).toBe('');
  });
});

const flag = (rule: 'hours-short') => ({
  rule,
  what: '',
  evidence: '',
  value: 0,
  threshold: 0,
  recordIds: [],
});
