import { addDays, type Day } from '../calendar/calendar-day.ts';

export interface PhaseInForce {
  number: number;
  startsOn: Day;
  /** Its last day. */
  endsOn: Day;
  /** `null`: the plan does not say. */
  minutesPerWeek: number | null;
  weekdays: number[] | null;
}

/** A plan as it holds: what the source says, and what staff wrote since. */
export interface PlanInForce {
  /** Of the source's; `null` where it has none. */
  planId: string | null;
  startsOn: Day;
  /** The planned discharge; `null` where nobody says. */
  endsOn: Day | null;
  /** In order. */
  phases: PhaseInForce[];
}

/** What staff wrote of an episode's plan, in the order in which it was written. */
export type PlanChange =
  | { kind: 'phase'; says: { number: number; from: Day } }
  | { kind: 'planned-discharge'; says: { on: Day } };

/** Where nothing says when the last phase ends. */
const OPEN_END = '9999-12-31';

/**
 * The plan with what staff wrote of it: a phase begins when they say it does, and goes on until another
 * begins; the stay is planned to end when they say. Of two entries of one phase the later counts.
 */
export function planInForce(
  source: PlanInForce | null,
  changes: readonly PlanChange[],
): PlanInForce | null {
  const ends = changes.findLast((change) => change.kind === 'planned-discharge');
  const moves = changes.filter((change) => change.kind === 'phase');
  if (!ends && moves.length === 0) return source;
  const endsOn = ends?.says.on ?? source?.endsOn ?? null;
  const phases = moves.reduce(moved, source?.phases ?? []);
  const startsOn = source?.startsOn ?? phases[0]?.startsOn ?? ends?.says.on ?? OPEN_END;
  const lasting = moves.length > 0 ? contiguous(phases, endsOn) : phases;
  return {
    planId: source?.planId ?? null,
    startsOn,
    endsOn,
    phases: ends ? until(lasting, ends.says.on) : lasting,
  };
}

/**
 * A phase begins on another day. What would begin after it, but comes before it, never begins; one that the
 * client was in before, with another in between, they go back to.
 */
function moved(
  phases: readonly PhaseInForce[],
  { says: { number, from } }: Extract<PlanChange, { kind: 'phase' }>,
): PhaseInForce[] {
  const planned = phases.find((phase) => phase.number === number);
  const { minutesPerWeek = null, weekdays = null } = planned ?? {};
  const others = phases.filter((phase) => {
    if (phase.startsOn >= from) return phase.number > number;
    if (phase.number !== number) return true;
    return phases.some((other) => other.startsOn > phase.startsOn && other.startsOn < from);
  });
  const begun = { number, startsOn: from, endsOn: OPEN_END, minutesPerWeek, weekdays };
  return [...others, begun].sort((a, b) => a.startsOn.localeCompare(b.startsOn));
}

/** Each phase goes on until the next begins, the last to the planned end. */
const contiguous = (phases: readonly PhaseInForce[], endsOn: Day | null): PhaseInForce[] =>
  phases.flatMap((phase, index) => {
    const next = phases[index + 1];
    // Two that begin on one day: the one that was written counts, and stands last.
    if (next && next.startsOn <= phase.startsOn) return [];
    return [{ ...phase, endsOn: next ? addDays(next.startsOn, -1) : (endsOn ?? OPEN_END) }];
  });

/** The last phase goes on to the planned end, or is cut short by it. */
function until(phases: readonly PhaseInForce[], endsOn: Day): PhaseInForce[] {
  const begun = phases.filter(({ startsOn }) => startsOn <= endsOn);
  return begun.map((phase, index) => ({
    ...phase,
    endsOn: index === begun.length - 1 || phase.endsOn > endsOn ? endsOn : phase.endsOn,
  }));
}
