import type { FormulaMeasure } from './measure.ts';

/** Each discharge once, whatever came after it: what every flow is a part of. */
export const DISCHARGES: FormulaMeasure<() => 1> & { isOfDischarges: true } = {
  id: 'discharges',
  name: 'Discharges',
  sentence: 'Episodes of care that ended, each by the day of its end.',
  numerator: 'Episodes that ended on a day of the period, whyever, deaths included',
  denominator: 'None: a count',
  leftOut: 'Stays that only sessions tell of: nobody says that they ended',
  unit: 'discharges',
  countedIn: 'discharges',
  direction: 'neither',
  standard: 'Program default: the end of an episode as the source tells of it',
  interval: 'none',
  subject: { words: 'Discharges', plural: true },
  isOfDischarges: true,
  formula: () => 1,
};
