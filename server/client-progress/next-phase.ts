import { localTime } from '#domain/calendar/calendar-day';
import type { CaseloadLine } from '#domain/caseload/caseload.contract';
import type { ClientBackground } from '#domain/client-progress/background.contract';
import type { ClientSession } from '#domain/client-progress/client-progress.contract';
import { phaseCriteria } from '#domain/client-progress/phase-criteria';
import type { ClientGoal, ClientPlan } from '#domain/client-progress/plan.contract';
import type { ClientSpecimen } from '#domain/client-progress/tests-and-medication.contract';
import type { ClientWay } from '#domain/client-progress/way.contract';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import type { ShownEpisode } from './shown-episode.ts';

interface Read {
  line: CaseloadLine | null;
  way: ClientWay;
  sessions: readonly ClientSession[];
  specimens: readonly ClientSpecimen[];
  goals: readonly ClientGoal[];
  background: ClientBackground;
}

/** The two last full weeks, on any calendar. */
const LATELY_DAYS = 15;

/** What the records say of the criteria for what follows the phase of today; `null` outside of any. */
export function nextPhaseOf(
  { id, admittedOn, today, monday, timeZone, endedOn, level }: ShownEpisode,
  { line, way, sessions, specimens, goals, background }: Read,
  rules: ProgramDefaults,
): ClientPlan['nextPhase'] {
  const phase = line?.phase;
  // The phases are those of intensive outpatient treatment: other levels have criteria of their own.
  if (!phase || endedOn !== null || way.episodeId !== id || level?.code !== '2.1') return null;
  // Of hundreds of sessions the last weeks' alone are asked which day they were of.
  const lately = Date.parse(monday) - LATELY_DAYS * 86_400_000;
  const ofEpisode = sessions
    .filter(({ walkIn, startsAt }) => !walkIn && Date.parse(startsAt) >= lately)
    .map(({ startsAt, status, recordId }) => {
      const { day, monday: ofWeek } = localTime(Date.parse(startsAt), timeZone);
      return { day, monday: ofWeek, status, recordId };
    })
    .filter(({ day }) => day >= admittedOn);
  const criteria = phaseCriteria(
    phase.number,
    phase.of,
    {
      today,
      monday,
      sessions: ofEpisode,
      risks: openRisks(line, background),
      goals,
      specimens: specimens.map(({ collectedOn, state, results, recordIds }) => ({
        collectedOn,
        state,
        recordIds,
        unexpected: results.some(({ expectation }) => expectation?.startsWith('unexpected')),
      })),
      referrals: way.referrals.map(({ step, appointment, recordId }) => ({
        step,
        recordId: appointment?.recordId ?? recordId,
        booked: appointment && !isCancelled(appointment.outcome) ? appointment.on : null,
      })),
      supports: background.supportPeople.filter(({ consent }) => consent !== null),
    },
    rules,
  );
  return { number: phase.number < phase.of ? phase.number + 1 : null, criteria };
}

const KEPT_OR_AHEAD = new Set<string | null>([null, 'attended', 'attended-late', 'left-early']);
const isCancelled = (outcome: string | null): boolean => !KEPT_OR_AHEAD.has(outcome);

/** Safety signals that nobody has assessed, and safety notices in force. */
export const openRisks = (line: CaseloadLine | null, { notices }: ClientBackground) => [
  ...(line?.flags ?? [])
    .filter(({ rule }) => rule === 'safety-answer')
    .map(({ what, recordIds }) => ({ words: what, recordIds })),
  ...notices
    .filter(({ category }) => category === 'safety')
    .map(({ words, recordId }) => ({ words, recordIds: [recordId] })),
];
