import type { Draws } from '../draws.ts';

export type Substance =
  'alcohol' | 'heroin' | 'other-opiates' | 'methamphetamine' | 'marijuana' | 'cocaine' | 'benzos';

export type Analyte =
  | 'ethyl-glucuronide'
  | 'fentanyl'
  | 'opiates'
  | 'oxycodone'
  | 'methamphetamine'
  | 'amphetamines'
  | 'cannabinoids'
  | 'cocaine'
  | 'benzodiazepines'
  | 'buprenorphine'
  | 'methadone';

interface SubstanceFacts {
  /** Share of those admitted for whom it is the primary one. */
  share: number;
  /** Category of ICD-10-CM chapter F10–F19. */
  icd: string;
  name: string;
  /** TEDS SUB1. */
  teds: number;
  analyte: Analyte;
}

export const SUBSTANCES: Record<Substance, SubstanceFacts> = {
  alcohol: { share: 0.4, icd: 'F10', name: 'Alcohol', teds: 2, analyte: 'ethyl-glucuronide' },
  heroin: { share: 0.17, icd: 'F11', name: 'Opioid', teds: 5, analyte: 'fentanyl' },
  'other-opiates': { share: 0.1, icd: 'F11', name: 'Opioid', teds: 7, analyte: 'oxycodone' },
  methamphetamine: {
    share: 0.14,
    icd: 'F15',
    name: 'Other stimulant',
    teds: 10,
    analyte: 'methamphetamine',
  },
  marijuana: { share: 0.09, icd: 'F12', name: 'Cannabis', teds: 4, analyte: 'cannabinoids' },
  cocaine: { share: 0.07, icd: 'F14', name: 'Cocaine', teds: 3, analyte: 'cocaine' },
  benzos: {
    share: 0.03,
    icd: 'F13',
    name: 'Sedative, hypnotic or anxiolytic',
    teds: 13,
    analyte: 'benzodiazepines',
  },
};

const PRIMARY = Object.entries(SUBSTANCES).map(
  ([substance, { share }]) => [substance as Substance, share] as const,
);

/** The primary substance, and for some a second one of another kind. */
export function substances(draws: Draws): Substance[] {
  const primary = draws.weighted(PRIMARY);
  if (!draws.chance(0.38)) return [primary];
  const { icd } = SUBSTANCES[primary];
  const others = PRIMARY.filter(([other]) => SUBSTANCES[other].icd !== icd);
  return [primary, draws.weighted(others)];
}

export function isOpioid(substance: Substance): boolean {
  return SUBSTANCES[substance].icd === 'F11';
}
