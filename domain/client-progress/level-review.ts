import { type AssessedDimensions, dimensionsReassessed } from './dimensions-reassessed.ts';
import type { Criterion } from './plan.contract.ts';

/** What is looked at of a client's records for a review of the level of care. */
export interface LevelReviewFacts {
  dimensions: AssessedDimensions;
  goals: readonly { achievement: string | null; recordId: string }[];
  /** Of each instrument that has a rule of change, from the first total to the last. */
  changes: readonly { name: string; change: string | null; recordIds: readonly string[] }[];
  /** Safety signals that nobody has assessed, and safety notices in force. */
  risks: readonly { words: string; recordIds: readonly string[] }[];
}

/** HL7 goal-achievement: there; or there or on the way. */
const MET = new Set(['achieved', 'sustaining']);
const PROGRESSING = new Set(['improving', ...MET]);

/**
 * What a review of the level looks at (ASAM Criteria, continued service and transfer): every dimension
 * reassessed; goals met, or progress while they are unmet; worse, or unresponsive; risk. Each met, not met,
 * or resting on too few records. Which level follows is nobody's to work out here, and never from days alone.
 */
export const levelReview = ({
  dimensions,
  goals,
  changes,
  risks,
}: LevelReviewFacts): Criterion[] => [
  dimensionsReassessed(dimensions),
  ...goalCriteria(goals),
  worse(changes),
  noOpenRisk(risks),
];

function goalCriteria(goals: LevelReviewFacts['goals']): Criterion[] {
  const judged = goals.filter(({ achievement }) => achievement !== null);
  const share = (of: ReadonlySet<string>) =>
    judged.filter(({ achievement }) => of.has(achievement ?? '')).length;
  const [met, progressing] = [share(MET), share(PROGRESSING)];
  const recordIds = judged.map(({ recordId }) => recordId);
  const unjudged = goals.length - judged.length;
  const notJudged = unjudged > 0 ? `, ${unjudged} not judged` : '';
  const state = (isMet: boolean, isEnough: boolean): Criterion['state'] =>
    isEnough ? (isMet ? 'met' : 'not-met') : 'not-enough-records';
  return [
    {
      id: 'goals-met',
      words: 'Goals of the plan met',
      // One that is not met settles it; one that nobody has judged leaves it open.
      state: state(
        met === goals.length,
        judged.length > 0 && (unjudged === 0 || met < judged.length),
      ),
      evidence: judged.length > 0 ? `${met} of ${judged.length} goals${notJudged}` : NOT_JUDGED,
      recordIds,
    },
    {
      id: 'progressing',
      words: 'Progressing, goals unmet',
      state: state(progressing * 2 > judged.length && met < goals.length, judged.length > 0),
      evidence:
        judged.length > 0
          ? `${progressing} of ${judged.length} improving or met${notJudged}`
          : NOT_JUDGED,
      recordIds,
    },
  ];
}

const NOT_JUDGED = 'no goal was judged';

function worse(changes: LevelReviewFacts['changes']): Criterion {
  const compared = changes.filter(({ change }) => change !== null);
  const worsened = compared.filter(({ change }) => change === 'reliable-deterioration');
  const base = { id: 'worse', words: 'A measure worse by its rule' };
  if (compared.length === 0)
    return {
      ...base,
      state: 'not-enough-records',
      evidence: 'no measure was taken twice',
      recordIds: [],
    };
  const names = (of: typeof compared) => of.map(({ name }) => name).join(', ');
  return {
    ...base,
    state: worsened.length > 0 ? 'met' : 'not-met',
    evidence: worsened.length > 0 ? names(worsened) : `none of ${names(compared)}`,
    recordIds: (worsened.length > 0 ? worsened : compared).flatMap(({ recordIds }) => recordIds),
  };
}

export function noOpenRisk(risks: LevelReviewFacts['risks']): Criterion {
  const [first, ...more] = risks;
  return {
    id: 'risk',
    words: 'No open safety signal',
    state: first ? 'not-met' : 'met',
    evidence: first
      ? `${first.words}${more.length > 0 ? `, +${more.length}` : ''}`
      : 'none is open',
    recordIds: risks.flatMap(({ recordIds }) => recordIds),
  };
}
