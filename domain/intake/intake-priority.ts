import type { ProgramDefaults } from '../settings/program-defaults.ts';
import type { IntakePriority } from './intake.contract.ts';

type Rules = Pick<
  ProgramDefaults,
  'intakePregnantInjectingPlace' | 'intakePregnantPlace' | 'intakeInjectingPlace'
>;

/** The priority by what is recorded; nothing recorded is none, which is not 'no'. */
export function intakePriority(pregnant: boolean, injecting: boolean): IntakePriority {
  if (pregnant) return injecting ? 'pregnant-injecting' : 'pregnant';
  return injecting ? 'injecting' : null;
}

interface Waiting {
  priority: IntakePriority;
  requestedOn: string | null;
}

/**
 * The order of the list, for a sort: by the places that the rules give to priorities; of one place whoever
 * asked first, a request without a date last. Unless a program sets others they are those of 45 CFR
 * 96.131(a): pregnant people who inject, pregnant people, people who inject, everybody else.
 */
export const byPriorityAndWait =
  (rules: Rules) =>
  (a: Waiting, b: Waiting): number =>
    placeOf(a, rules) - placeOf(b, rules) ||
    (a.requestedOn ?? '9999').localeCompare(b.requestedOn ?? '9999');

/** That order as a sentence. */
export function orderInWords(rules: Rules): string {
  const places = placesIn(rules);
  const inPlaces = NAMED.filter(({ priority }) => places[priority] > 0);
  const steps = [...Map.groupBy(inPlaces, ({ priority }) => places[priority])]
    .sort(([a], [b]) => a - b)
    .map(([, named]) => named.map(({ people }) => people).join(' and '));
  const [first] = steps;
  if (!first) return 'Whoever asked first comes first.';
  const inOrder = [
    `${first.charAt(0).toUpperCase()}${first.slice(1)} come first`,
    ...steps.slice(1),
  ];
  return `${[...inOrder, 'whoever asked first'].join(', then ')}.`;
}

const NAMED = [
  { priority: 'pregnant-injecting', people: 'pregnant people who inject' },
  { priority: 'pregnant', people: 'pregnant people' },
  { priority: 'injecting', people: 'people who inject' },
] as const;

const placesIn = (rules: Rules): Record<NonNullable<IntakePriority>, number> => ({
  'pregnant-injecting': rules.intakePregnantInjectingPlace,
  pregnant: rules.intakePregnantPlace,
  injecting: rules.intakeInjectingPlace,
});

/** Who has no place of their own waits with everybody else, behind those who have. */
const placeOf = ({ priority }: Waiting, rules: Rules): number =>
  (priority && placesIn(rules)[priority]) || Infinity;
