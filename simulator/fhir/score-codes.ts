import type { Coding } from 'fhir/r4';
import type { Instrument } from '../model/measurement/score.ts';

export const LOINC = 'http://loinc.org';

export interface ScoreCodes {
  panel: Coding;
  total: Coding;
  /** In the order of the questions. */
  items: readonly string[];
}

type Coded = Extract<Instrument, 'phq-9' | 'gad-7' | 'audit-c' | 'c-ssrs'>;

/** Instruments that have LOINC codes; the others are only ever questionnaires. */
export const SCORE_CODES: Record<Coded, ScoreCodes> = {
  'phq-9': {
    panel: loinc('44249-1', 'PHQ-9 quick depression assessment panel'),
    total: loinc('44261-6', 'Patient Health Questionnaire 9 item (PHQ-9) total score'),
    items: [
      '44250-9',
      '44255-8',
      '44259-0',
      '44254-1',
      '44251-7',
      '44258-2',
      '44252-5',
      '44253-3',
      '44260-8',
    ],
  },
  'gad-7': {
    panel: loinc('69737-5', 'Generalized anxiety disorder 7 item (GAD-7)'),
    total: loinc('70274-6', 'Generalized anxiety disorder 7 item (GAD-7) total score'),
    items: ['69725-0', '68509-9', '69733-4', '69734-2', '69735-9', '69689-8', '69736-7'],
  },
  'audit-c': {
    panel: loinc('72109-2', 'Alcohol Use Disorder Identification Test - Consumption [AUDIT-C]'),
    total: loinc('75626-2', 'Total score [AUDIT-C]'),
    items: ['68518-0', '68519-8', '68520-6'],
  },
  'c-ssrs': {
    panel: loinc('93373-9', 'Columbia suicide severity rating scale screener'),
    total: loinc('93374-7', 'Suicide risk level'),
    items: ['93246-7', '93247-5', '93248-3', '93249-1', '93250-9', '93267-3', '93269-9'],
  },
};

export function isCoded(instrument: Instrument): instrument is Coded {
  return instrument in SCORE_CODES;
}

export function loinc(code: string, display: string): Coding {
  return { system: LOINC, code, display };
}

const FREQUENCY = [
  ['LA6568-5', 'Not at all'],
  ['LA6569-3', 'Several days'],
  ['LA6570-1', 'More than half the days'],
  ['LA6571-9', 'Nearly every day'],
] as const;

/** The LOINC answer of the PHQ-9 and the GAD-7. */
export function frequency(answer: number): Coding {
  const [code, display] = FREQUENCY[answer];
  return { system: LOINC, code, display };
}
