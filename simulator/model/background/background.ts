import { Draws } from '../draws.ts';
import { person } from '../person.ts';
import { routeOfUse } from './route-of-use.ts';
import { isOpioid, substances, type Substance } from './substance.ts';
import { supportPerson, type SupportPerson } from './support-person.ts';

/** ICD-10-CM codes of what often comes with a substance use disorder. */
export type CoOccurring = 'F32.1' | 'F33.1' | 'F41.1' | 'F43.10';

/** TEDS codes, as an admission form asks for them. */
export interface AdmissionAnswers {
  referralSource: number;
  /** Of the primary substance. */
  routeOfUse: number;
  employment: number;
  livingArrangement: number;
  arrests: number;
  selfHelp: boolean;
  priorEpisodes: number;
  /** Since a detox or residential stay; null where there was none. */
  daysSinceDetox: number | null;
  transportNeeded: boolean;
  childcareNeeded: boolean;
  scheduleConstraint: string | null;
}

/** Who somebody is when they come: drawn once, before anything that happens in treatment. */
export interface Background {
  substances: Substance[];
  opioidUse: boolean;
  /** Mild, or moderate to severe: the fourth character of the diagnosis. */
  mild: boolean;
  tobacco: boolean;
  coOccurring: CoOccurring[];
  /** Days before admission; null where there never was an overdose. */
  overdoseDaysAgo: number | null;
  pregnant: boolean;
  /** BCP 47; with an interpreter where it is not English. */
  language: 'en' | 'es' | 'pt' | 'vi';
  payer: string | null;
  support: SupportPerson | null;
  admission: AdmissionAnswers;
}

const EVENINGS_ONLY = 'Works days; evenings only';

export function background(seed: number, client: number): Background {
  const draws = new Draws(seed, 'background', client);
  const used = substances(draws);
  const opioidUse = used.some(isOpioid);
  const { gender } = person(seed, 'client', client);
  const coOccurring: CoOccurring[] = [];
  if (draws.chance(0.3)) coOccurring.push(draws.chance(0.55) ? 'F33.1' : 'F32.1');
  if (draws.chance(0.24)) coOccurring.push('F41.1');
  if (draws.chance(0.15)) coOccurring.push('F43.10');
  return {
    substances: used,
    opioidUse,
    mild: draws.chance(0.12),
    tobacco: draws.chance(0.12),
    coOccurring,
    overdoseDaysAgo: draws.chance(opioidUse ? 0.24 : 0.02) ? draws.whole(6, 500) : null,
    pregnant: gender === 'female' && draws.chance(0.035),
    language: draws.weighted([
      ['en', 0.925],
      ['es', 0.055],
      ['pt', 0.012],
      ['vi', 0.008],
    ] as const),
    payer: draws.weighted([
      ['State Medicaid', 0.4],
      ['Community Health Plan (Medicaid managed care)', 0.17],
      ['Bluefield Commercial', 0.2],
      ['Northway Commercial', 0.13],
      [null, 0.1],
    ] as const),
    support: supportPerson(seed, client),
    admission: { ...admissionAnswers(draws), routeOfUse: routeOfUse(seed, client, used[0]) },
  };
}

function admissionAnswers(draws: Draws): Omit<AdmissionAnswers, 'routeOfUse'> {
  const employment = draws.weighted([
    [1, 0.24],
    [2, 0.12],
    [3, 0.39],
    [4, 0.25],
  ]);
  return {
    employment,
    referralSource: draws.weighted([
      [1, 0.36],
      [2, 0.17],
      [3, 0.12],
      [4, 0.01],
      [5, 0.02],
      [6, 0.1],
      [7, 0.22],
    ]),
    livingArrangement: draws.weighted([
      [1, 0.11],
      [2, 0.24],
      [3, 0.65],
    ]),
    arrests: draws.weighted([
      [0, 0.89],
      [1, 0.09],
      [2, 0.02],
    ]),
    selfHelp: draws.chance(0.3),
    priorEpisodes: draws.whole(0, draws.chance(0.6) ? 2 : 5),
    daysSinceDetox: draws.chance(0.31) ? draws.whole(0, draws.chance(0.7) ? 14 : 60) : null,
    transportNeeded: draws.chance(0.21),
    childcareNeeded: draws.chance(0.1),
    scheduleConstraint: employment === 1 && draws.chance(0.5) ? EVENINGS_ONLY : null,
  };
}
