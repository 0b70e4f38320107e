import { type FactTable, manyPerRecord, onePerRecord, someRecords } from './fact-table.ts';

export const EPISODES: readonly FactTable<'EpisodeOfCare'>[] = [
  onePerRecord(
    'episode',
    ({ facts }, idOf) => ({
      client_id: idOf(facts.client),
      status: facts.status,
      admitted_on: facts.admittedOn,
      ended_on: facts.endedOn,
      level_code: facts.level?.code ?? null,
      level_edition: facts.level?.edition ?? null,
      unit_id: idOf(facts.unit),
      counselor_id: idOf(facts.counselor),
      team_id: idOf(facts.team),
      referral_id: idOf(facts.referral),
    }),
    'id',
  ),
  manyPerRecord('episode_hold', ['episode_id', 'starts_on'], ({ facts }, idOf) =>
    facts.holds.map(({ startsOn, endsOn }) => ({
      client_id: idOf(facts.client),
      starts_on: startsOn,
      ends_on: endsOn,
    })),
  ),
  someRecords('discharge_statement', ({ id, facts }, idOf) =>
    facts.discharge && facts.endedOn
      ? {
          client_id: idOf(facts.client),
          episode_id: id,
          way: 'episode',
          stated_on: facts.endedOn,
          code: facts.discharge.code,
          reason: facts.discharge.reason,
          words: facts.discharge.words,
        }
      : null,
  ),
];

export const PLANS: readonly FactTable<'CarePlan'>[] = [
  manyPerRecord('plan_phase', ['plan_id', 'number'], ({ facts }, idOf) =>
    facts.phases.map((phase, index) => ({
      number: index + 1,
      client_id: idOf(facts.client),
      phases: facts.phases.length,
      starts_on: phase.startsOn,
      ends_on: phase.endsOn,
      plan_starts_on: facts.startsOn,
      plan_ends_on: facts.endsOn,
      minutes_per_week: phase.minutesPerWeek,
      weekdays: phase.weekdays,
    })),
  ),
];

export const GOALS: readonly FactTable<'Goal'>[] = [
  onePerRecord('goal', ({ facts }, idOf) => ({
    client_id: idOf(facts.client),
    words: facts.words,
    lifecycle: facts.lifecycle,
    achievement: facts.achievement,
    started_on: facts.startedOn,
    due_on: facts.dueOn,
  })),
];

/** An encounter's presence is written with attendance; where a client left to is a fact of its own. */
export const DEPARTURES: readonly FactTable<'Encounter'>[] = [
  someRecords('discharge_statement', ({ facts }, idOf) =>
    facts.departure
      ? {
          client_id: idOf(facts.client),
          episode_id: idOf(facts.departure.episode),
          way: 'encounter',
          stated_on: facts.departure.statedOn,
          code: facts.departure.code,
          reason: facts.departure.reason,
          words: null,
        }
      : null,
  ),
];
