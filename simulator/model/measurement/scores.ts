import { background } from '../background/background.ts';
import { HOUR_MS, MINUTE_MS, weekOf } from '../calendar-day.ts';
import type { EpisodeTimeline } from '../client-timeline.ts';
import type { Clinic } from '../clinic.ts';
import { Draws } from '../draws.ts';
import type { Session } from '../session.ts';
import { answered } from './questionnaires.ts';
import type { Instrument, Score, ScoreShape } from './score.ts';
import { suicideScreen } from './suicide-screen.ts';
import { wellBeing } from './well-being.ts';

/** Every how many weeks each is asked for, and how often it is then answered. */
const ROUTINE: readonly { instrument: Instrument; everyWeeks: number; answered: number }[] = [
  { instrument: 'bam-iop', everyWeeks: 1, answered: 0.44 },
  { instrument: 'phq-9', everyWeeks: 2, answered: 0.78 },
  { instrument: 'gad-7', everyWeeks: 4, answered: 0.78 },
  { instrument: 'barc-10', everyWeeks: 4, answered: 0.5 },
];
/** Some counselors ask for a number every week. */
const ASKS_ABOUT_CRAVING = 0.12;

const SHAPES: readonly (readonly [ScoreShape, number])[] = [
  ['total', 0.3],
  ['quantity', 0.14],
  ['string', 0.09],
  ['components', 0.29],
  ['members', 0.015],
  ['answers-only', 0.165],
];

const known = new WeakMap<EpisodeTimeline, Score[]>();

/** The questionnaires of a stay: at the assessment, then in weeks in which the client was there. */
export function scores(clinic: Clinic, episode: EpisodeTimeline): Score[] {
  let found = known.get(episode);
  if (!found) {
    found = scoresOf(clinic, episode);
    known.set(episode, found);
  }
  return found;
}

function scoresOf(clinic: Clinic, episode: EpisodeTimeline): Score[] {
  const { placement, intake } = episode;
  const { client, ordinal, startDay } = placement;
  const state = wellBeing(clinic.seed, placement);
  const draws = new Draws(clinic.seed, 'scores', client, ordinal);
  const found: Score[] = [];
  const ask = (instrument: Instrument, session: Session) => {
    if (!session.presence) return;
    const key = `${ordinal + 1}-${instrument.replaceAll('-', '')}-${session.day - startDay + 40}`;
    const takenAt = session.presence.start + draws.whole(5, 25) * MINUTE_MS;
    const enteredAt = takenAt + draws.between(0.1, draws.chance(0.06) ? 200 : 5) * HOUR_MS;
    const day = session.day - startDay;
    const given =
      instrument === 'c-ssrs'
        ? suicideScreen(found.at(-1), draws)
        : answered(instrument, state, day, draws);
    const shape = instrument === 'c-ssrs' ? 'components' : draws.weighted(SHAPES);
    const score = { instrument, key, takenAt, enteredAt, shape, ...given };
    found.push(score);
    // Any thought of death on the PHQ-9 is asked about the same day.
    if (instrument === 'phq-9' && score.answers[8] > 0) ask('c-ssrs', session);
  };
  if (intake) {
    const { assessment } = intake;
    ask('phq-9', assessment);
    ask('gad-7', assessment);
    if (background(clinic.seed, client).substances[0] === 'alcohol') ask('audit-c', assessment);
    const screened = found.some(({ instrument }) => instrument === 'c-ssrs');
    if (draws.chance(0.5) && !screened) ask('c-ssrs', assessment);
  }
  const asksAboutCraving = draws.chance(ASKS_ABOUT_CRAVING);
  for (const [week, session] of firstSeen(episode)) {
    for (const { instrument, everyWeeks, answered: share } of ROUTINE) {
      const due = instrument === 'bam-iop' || week > 0;
      if (due && week % everyWeeks === 0 && draws.chance(share)) ask(instrument, session);
    }
    if (asksAboutCraving) ask('craving-nrs', session);
  }
  return found;
}

/** The first session of each week of the stay in which the client was seen. */
function firstSeen({ placement, sessions }: EpisodeTimeline): Map<number, Session> {
  const weeks = new Map<number, Session>();
  for (const session of sessions) {
    const week = weekOf(session.day) - weekOf(placement.startDay);
    const { kind, presence } = session;
    if (presence && kind !== 'medication' && !weeks.has(week)) weeks.set(week, session);
  }
  return weeks;
}
