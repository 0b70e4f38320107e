import { background } from '../background/background.ts';
import { isOpioid, SUBSTANCES, type Analyte, type Substance } from '../background/substance.ts';
import { isCovered, medicationOf, supplies } from '../care/medication.ts';
import { HOUR_MS, MINUTE_MS } from '../calendar-day.ts';
import type { EpisodeTimeline } from '../client-timeline.ts';
import type { Clinic } from '../clinic.ts';
import { Draws } from '../draws.ts';
import { useOn, wellBeing } from './well-being.ts';

export interface DrugTest {
  key: string;
  collectedAt: number;
  /** The screen, and a day or more later the laboratory's confirmation. */
  screenedAt: number;
  confirmedAt: number;
  outcome: 'resulted' | 'refused' | 'missed' | 'invalid';
  /** Creatinine in mg/dL where the specimen was dilute. */
  diluteCreatinine: number | null;
  detected: ReadonlyMap<Analyte, boolean>;
  shape: 'components' | 'members' | 'separate';
  /** Collected at a visit of its own, not around group. */
  ownVisit: boolean;
}

const PANEL: readonly Analyte[] = [
  'fentanyl',
  'opiates',
  'methamphetamine',
  'cannabinoids',
  'cocaine',
  'benzodiazepines',
];

/** Collections of a stay: about weekly in the first month, then every other week, on random days. */
export function drugTests(clinic: Clinic, episode: EpisodeTimeline): DrugTest[] {
  const { placement, sessions } = episode;
  const { client, ordinal, startDay, endDay } = placement;
  const draws = new Draws(clinic.seed, 'drug-tests', client, ordinal);
  const who = background(clinic.seed, client);
  const medication = medicationOf(clinic.seed, client, who);
  const supply = medication ? supplies(clinic.seed, placement, medication) : [];
  const state = wellBeing(clinic.seed, placement);
  const found: DrugTest[] = [];
  let day = startDay + draws.whole(0, 5);
  while (day <= endDay) {
    const from = day;
    const session = sessions.find((one) => one.day >= from && one.kind === 'group');
    if (!session || session.day > endDay) break;
    day = Math.max(day + 1, session.day + (session.day - startDay < 28 ? draws.whole(8, 13) : 0));
    if (session.day - startDay >= 28) day += draws.whole(14, 22);
    if (session.changes.at(-1)?.status === 'cancelled') continue;
    const refused = draws.chance(0.025);
    const collectedAt = session.start - draws.whole(2, 25) * MINUTE_MS;
    const screenedAt = collectedAt + draws.between(0.3, 3) * HOUR_MS;
    const used = draws.chance(useOn(state, session.day - startDay));
    const covered = isCovered(supply, session.day) && !draws.chance(0.07);
    const taken = medication === 'buprenorphine' || medication === 'methadone' ? medication : null;
    const invalid = draws.chance(0.008);
    found.push({
      key: `${ordinal + 1}-uds-${session.day - startDay}`,
      collectedAt,
      screenedAt,
      confirmedAt: screenedAt + draws.between(20, 80) * HOUR_MS,
      outcome: !session.presence
        ? 'missed'
        : refused
          ? 'refused'
          : invalid
            ? 'invalid'
            : 'resulted',
      diluteCreatinine: draws.chance(0.025) ? draws.whole(4, 19) : null,
      detected: detectedIn(used ? who.substances : [], who.substances, taken, covered, draws),
      shape: draws.weighted([
        ['components', 0.97],
        ['members', 0.015],
        ['separate', 0.015],
      ] as const),
      ownVisit: Boolean(session.presence) && draws.chance(0.12),
    });
  }
  return found;
}

function detectedIn(
  used: readonly Substance[],
  usual: readonly Substance[],
  taken: 'buprenorphine' | 'methadone' | null,
  covered: boolean,
  draws: Draws,
): Map<Analyte, boolean> {
  const panel = new Map<Analyte, boolean>(PANEL.map((analyte) => [analyte, false]));
  for (const substance of usual) {
    const { analyte } = SUBSTANCES[substance];
    panel.set(
      analyte,
      used.includes(substance) && draws.chance(substance === usual[0] ? 0.85 : 0.3),
    );
  }
  // Much of what is sold is cut: fentanyl turns up where only a stimulant was meant.
  if (used.some((one) => isOpioid(one) || one === 'cocaine') && draws.chance(0.15)) {
    panel.set('fentanyl', true);
  }
  if (taken) panel.set(taken, covered);
  return panel;
}
