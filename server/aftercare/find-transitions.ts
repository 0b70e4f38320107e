import { firstAppointment, isLive, isPlanned } from '#domain/aftercare/discharge';
import type {
  TransitionFlow,
  Transitions,
  TransitionsQuery,
} from '#domain/aftercare/transitions.contract';
import { DISCHARGE_MEASURES } from '#domain/measures/catalogue';
import { DAYS_TO_FIRST_APPOINTMENT } from '#domain/measures/days-to-first-appointment';
import { figureOfCounted } from '#domain/measures/figure-of';
import { middleOfClients } from '#domain/measures/middle-of-clients';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import { findPrograms } from '../attendance/session-choices.queries.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { courseOf } from '../measures/course.ts';
import { definitionOf } from '../measures/definition-of.ts';
import { countedAfter, daysCounted, isAskedFor, wayOf } from '../measures/discharge-tallies.ts';
import { isHistoryMissing, scopeInWords } from '../measures/scope-in-words.queries.ts';
import { splitParts } from '../measures/split-parts.queries.ts';
import { rulesOf } from '../settings/rules.ts';
import { findDischarges, type FoundDischarge } from './discharges.queries.ts';
import { transitionParts } from './transition-parts.ts';

/** Weeks, where none are asked for: a program discharges a few a week, and half a year of it says little of its parts. */
const A_YEAR = 52;

/** What came after the discharges of a period that the reader may see: read once, counted in each way. */
export async function findTransitions(
  scoped: Scoped,
  reader: Reader,
  { asOf: _, ...query }: TransitionsQuery,
  asOf: Date,
): Promise<Transitions> {
  const { scope } = await courseOf(scoped, reader, query, asOf, A_YEAR);
  const discharges = (await findDischarges(scoped, reader, scope, asOf)).filter(isAskedFor(scope));
  const rules = (await rulesOf(scoped, reader.organizationId)).at(asOf);
  const names = {
    site: await splitParts(scoped, reader.organizationId, 'site'),
    program: await splitParts(scoped, reader.organizationId, 'program'),
  };
  const programs = (await findPrograms(scoped, reader)).filter(
    ({ siteId }) => query.site === undefined || siteId === query.site,
  );
  const live = discharges.filter(isLive);
  const planned = discharges.filter((one) => isPlanned(one) === true);
  return {
    asOf: asOf.toISOString(),
    from: scope.from,
    to: scope.to,
    scope: await scopeInWords(scoped, reader, query),
    incomplete: await isHistoryMissing(scoped, reader.organizationId),
    choices: { programs: programs.map(({ id, name }) => ({ id, name })) },
    discharges: {
      all: discharges.length,
      live: live.length,
      planned: planned.length,
      referred: planned.filter((one) => firstAppointment(one).isReferred).length,
      reasonNotRecorded: discharges.filter(({ reason }) => reason === null).length,
    },
    rates: ratesOf(discharges, rules),
    flows: flowsOf(discharges),
    parts: transitionParts(live, names),
  };
}

function ratesOf(
  discharges: readonly FoundDischarge[],
  rules: ProgramDefaults,
): Transitions['rates'] {
  const counted = <T>(all: readonly (T | null)[]): T[] => all.flatMap((one) => one ?? []);
  return [
    ...DISCHARGE_MEASURES.map((measure) => ({
      measure: definitionOf(measure, rules),
      figure: figureOfCounted(
        measure,
        counted(discharges.map((one) => countedAfter(measure.formula(one)))),
      ),
    })),
    {
      measure: definitionOf(DAYS_TO_FIRST_APPOINTMENT, rules),
      figure: middleOfClients(counted(discharges.map(daysCounted)), null),
    },
  ];
}

/** Those that went the same way together, in an order that does not depend on how many they are. */
function flowsOf(discharges: readonly FoundDischarge[]): TransitionFlow[] {
  const flows = new Map<string, TransitionFlow>();
  for (const discharge of discharges) {
    const way = wayOf(discharge);
    const key = JSON.stringify(way);
    flows.set(key, { ...way, discharges: (flows.get(key)?.discharges ?? 0) + 1 });
  }
  return [...flows].sort(([a], [b]) => a.localeCompare(b)).map(([, flow]) => flow);
}
