import { addDays, type Day } from '../calendar/calendar-day.ts';
import type { Answers, InstrumentId } from '../instruments/instrument.ts';
import { suicideRisk } from '../instruments/c-ssrs.ts';
import { safetyAnswer } from '../instruments/safety-answer.ts';
import { isForOpioids } from '../medication/for-opioids.ts';
import type { Supply } from '../medication/supply.ts';
import type { SafetyRule } from './safety.contract.ts';

/** What the records of one client say of safety, whatever anybody did about it. */
export interface SafetySignal {
  /** One of a client's signals: the same however often its records come. */
  key: string;
  rule: SafetyRule;
  what: string;
  evidence: string;
  aroseOn: Day;
  /** Milliseconds; `null` where the source gives the day alone. */
  aroseAt: number | null;
  /** Of medication: the first day of the next supply; `null` while none follows. */
  coveredFrom: Day | null;
  recordIds: string[];
}

export interface AnsweredDay {
  instrument: InstrumentId;
  day: Day;
  at: number | null;
  answers: Answers;
  recordIds: string[];
}

export interface PrescribedSupply extends Supply {
  recordId: string;
  /** The prescriber ended it: that is no missed supply. */
  stopped: boolean;
}

export interface DeathRecords {
  deceased: boolean;
  diedOn: Day | null;
  /** The client's own record, and bookings that were cancelled for it. */
  recordIds: string[];
  /** Used where the source gives no day of death. */
  reportedOn: Day;
}

/**
 * PHQ-9 item 9 above 0, or a C-SSRS screener of moderate or high risk. A graver answer of the same day
 * is a signal of its own: whoever assessed the milder one did not know it.
 */
export function answerSignals(days: readonly AnsweredDay[]): SafetySignal[] {
  return days.flatMap(({ instrument: id, day, at, answers, recordIds }): SafetySignal[] => {
    const said = safetyAnswer(id, answers);
    if (!said || !('answered' in said) || !said.answered || isLowRisk(id, answers)) return [];
    return [
      {
        key: `answer:${id}:${day}:${said.what}`,
        rule: 'answer',
        what: said.what,
        evidence: '',
        aroseOn: day,
        aroseAt: at,
        coveredFrom: null,
        recordIds,
      },
    ];
  });
}

const isLowRisk = (id: InstrumentId, answers: Answers): boolean =>
  id === 'c-ssrs' && suicideRisk(answers) === 'low';

/** A possible death, which a supervisor confirms: by the client's record, or by why bookings were cancelled. */
export function deathSignals({
  deceased,
  diedOn,
  recordIds,
  reportedOn,
}: DeathRecords): SafetySignal[] {
  if (recordIds.length === 0) return [];
  return [
    {
      key: 'death',
      rule: 'death',
      what: 'Possible death, to confirm',
      evidence: deceased ? 'the source’s record says so' : 'a booking was cancelled for it',
      aroseOn: diedOn ?? reportedOn,
      aroseAt: null,
      coveredFrom: null,
      recordIds,
    },
  ];
}

/**
 * A supply of medication for opioid use disorder that ends with none after it: a day without is a danger to
 * life. The day may lie ahead: whether it has come
 * is for the one who reads to say. A prescription that was stopped is no missed supply.
 */
export function medicationSignals(
  supplies: readonly PrescribedSupply[],
  opioidUse: boolean,
): SafetySignal[] {
  const prescribed = new Set(supplies.map(({ medication }) => medication));
  const watched = [...prescribed].filter((one) => one !== null && isForOpioids(one, opioidUse));
  const isWatched = ({ medication }: Supply) => watched.includes(medication);
  return watched.flatMap((medication) => {
    const own = supplies.filter((supply) => supply.medication === medication);
    return own.flatMap((supply): SafetySignal[] => {
      const { supplyEndsOn } = supply;
      if (supplyEndsOn === null || supply.stopped) return [];
      const firstDay = addDays(supplyEndsOn, 1);
      const covers = ({ startsOn, supplyEndsOn: last }: PrescribedSupply) =>
        startsOn <= firstDay && (last === null || last >= firstDay);
      // Any of them covers: who changes from one to another has not missed a day.
      const others = supplies.filter((other) => isWatched(other) && covers(other));
      const isLast = own.every((other) => other === supply || !endsWith(other, supply));
      if (others.length > 0 || !isLast) return [];
      return [
        {
          key: `medication:${medication}:${supplyEndsOn}`,
          rule: 'medication',
          what: `No ${medication} supply`,
          evidence: 'the supply ended, and no other covers the next day',
          aroseOn: firstDay,
          aroseAt: null,
          coveredFrom: nextSupply(supplies.filter(isWatched), firstDay),
          recordIds: [supply.recordId],
        },
      ];
    });
  });
}

const nextSupply = (supplies: readonly PrescribedSupply[], gapFrom: Day): Day | null =>
  supplies
    .filter((supply) => supply.startsOn > gapFrom)
    .map(({ startsOn }) => startsOn)
    .sort()[0] ?? null;

/** Of two that end on one day, the one whose record comes later in order stands for both. */
const endsWith = (other: PrescribedSupply, supply: PrescribedSupply): boolean =>
  other.supplyEndsOn === supply.supplyEndsOn && other.recordId > supply.recordId;
