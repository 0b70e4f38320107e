import { AnsweredMeasures } from './answered/answered-measures.ts';
import type { RunningClinic } from './clinic-to-check.ts';
import type { ValuesByName } from './compared-values.ts';
import { type Comparison, differencesOf } from './differences-of.ts';
import { type InstantToCheck, instantsOfMeasures } from './instants-to-check.ts';
import { NOTHING_WRITTEN } from './own-entries/own-entries.ts';
import { RecomputedCaseloads } from './recount/recomputed-caseloads.ts';
import { RecomputedMeasures } from './recount/recomputed-measures.ts';
import type { ClinicRecords } from './source/clinic-records.ts';
import type { TableCompared } from './tables-compared.ts';
import { whileNothingChanges } from './while-nothing-changes.ts';

const roles = ['counselor', 'supervisor', 'director'] as const;
const splits = ['site', 'kind'] as const;

/** Every measure as each role is answered it, at each instant; and the cases behind it. Of discharges alone, as a director is. */
export async function compareMeasures(
  clinic: RunningClinic,
  records: ClinicRecords,
  entries = NOTHING_WRITTEN,
  ofWhat: OfWhat = 'everything',
): Promise<TableCompared[]> {
  const figures: Comparison = { things: 0, values: 0, differences: [] };
  const cases: Comparison = { things: 0, values: 0, differences: [] };
  const doses: Comparison = { things: 0, values: 0, differences: [] };
  const tallied: Comparison = { things: 0, values: 0, differences: [] };
  for (const role of ofWhat === 'everything' ? roles : (['director'] as const)) {
    const answered = await AnsweredMeasures.signIn(clinic.serverUrl, role);
    const instants = instantsOf(records, answered.name, await nowOf(clinic, records));
    for (const instant of instants.filter(({ why }) => ofWhat === 'everything' || isOfDays(why))) {
      // An instant at a time: the clinic stands still for as long as that takes.
      const compared = await whileNothingChanges(clinic, records, () =>
        compareAt(instant, {
          ...{ role, answered, ofWhat },
          measures: new RecomputedMeasures(records, entries),
        }),
      );
      add(figures, compared.figures);
      add(cases, compared.cases);
      add(doses, compared.doses);
      add(tallied, compared.tallied);
    }
  }
  const ofClients = { table: 'measures of clients', ...tallied };
  const behind = { table: 'cases behind measures', ...cases };
  if (ofWhat === 'discharges') return [ofClients, behind];
  return [{ table: 'measures', ...figures }, ofClients, behind, { table: 'dose', ...doses }];
}

const nowOf = (clinic: RunningClinic, records: ClinicRecords): Promise<number> =>
  whileNothingChanges(clinic, records, async (now) => now);

/** On the calendar of the reader's clients; of whoever has none of their own, the busiest's. */
function instantsOf(records: ClinicRecords, name: string, now: number): InstantToCheck[] {
  const caseloads = new RecomputedCaseloads(records);
  const counselors = caseloads.counselorsToCompare(now);
  const counselor = counselors.find((one) => one.name === name) ?? counselors[0];
  if (!counselor) throw new Error('There is no counselor with clients.');
  const end = caseloads.endWithoutOutcome(counselor.name, now - 25 * 3_600_000);
  return instantsOfMeasures(now, counselor.timeZone, end);
}

type OfWhat = 'everything' | 'discharges';

interface Asked {
  role: (typeof roles)[number];
  answered: AnsweredMeasures;
  measures: RecomputedMeasures;
  ofWhat: OfWhat;
}

async function compareAt(
  { instant, why }: InstantToCheck,
  { role, answered, measures, ofWhat }: Asked,
): Promise<Record<'figures' | 'cases' | 'doses' | 'tallied', Comparison>> {
  const reader = { role, name: answered.name };
  const asked = { ...measures.weeksUpTo(instant), asOf: new Date(instant).toISOString() };
  const recounted: ValuesByName = new Map();
  const told: ValuesByName = new Map();
  const casesRecounted: ValuesByName = new Map();
  const casesTold: ValuesByName = new Map();
  const who = `${role} ${answered.name}, ${asked.asOf} (${why})`;
  const isAll = ofWhat === 'everything';
  for (const measure of isAll ? measures.measures : []) {
    const name = `${who}, ${measure}`;
    for (const split of splits) {
      const of = `${name} by ${split}`;
      const ours = measures.answer(reader, measure, split, instant);
      for (const [part, value] of named(of, ours)) recounted.set(part, value);
      const theirs = await answered.of(measure, split, asked);
      for (const [part, value] of named(of, theirs)) told.set(part, value);
    }
    if (!areCasesCounted(why)) continue;
    casesRecounted.set(name, measures.cases(reader, measure, instant));
    casesTold.set(name, await answered.cases(measure, asked));
  }
  const talliedRecounted: ValuesByName = new Map();
  const talliedTold: ValuesByName = new Map();
  const [talliedOf, casesOf] = [
    measures.talliedOf(reader, instant),
    measures.talliedCasesOf(reader, instant),
  ];
  for (const measure of isAll ? measures.tallied : measures.ofDischarges) {
    const name = `${who}, ${measure}`;
    for (const [part, value] of named(name, talliedOf(measure))) talliedRecounted.set(part, value);
    const theirs = await answered.tallied(measure, asked);
    for (const [part, value] of named(name, theirs)) talliedTold.set(part, value);
    if (!areCasesCounted(why)) continue;
    casesRecounted.set(name, casesOf(measure));
    casesTold.set(name, await answered.cases(measure, asked));
  }
  return {
    tallied: differencesOf(talliedRecounted, talliedTold),
    figures: differencesOf(recounted, told),
    cases: differencesOf(casesRecounted, casesTold),
    doses: isAll
      ? differencesOf(
          named(who, measures.dose(reader, instant)),
          named(who, await answered.dose(asked)),
        )
      : { things: 0, values: 0, differences: [] },
  };
}

const named = (of: string, values: ValuesByName): ValuesByName =>
  new Map([...values].map(([part, value]) => [`${of}, ${part}`, value]));

/** No hour of a session turns what came after discharges: only the day does. */
const isOfDays = (why: string): boolean => !/^\d+ h after/.test(why);

/** Where some wait for their record, and as things stand: four more questions of each measure. */
const areCasesCounted = (why: string): boolean => why.startsWith('23 h') || why === 'now';

function add(all: Comparison, { things, values, differences }: Comparison): void {
  all.things += things;
  all.values += values;
  all.differences.push(...differences);
}
