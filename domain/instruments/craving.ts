import { type Instrument, numbered } from './instrument.ts';

/** One question: how strong the craving was, from none to the strongest. */
export const CRAVING_NRS: Instrument = {
  id: 'craving-nrs',
  name: 'Craving (0–10)',
  recall: null,
  loinc: { panel: null, total: null },
  questionnaires: ['craving-nrs'],
  items: numbered(1, { min: 0, max: 10 }),
  total: { min: 0, max: 10 },
  better: 'lower',
  bands: [],
  subscales: [],
  change: null,
  intervalDays: 7,
  citation: 'numeric rating scale',
};

/** The same on a line of 100 mm. */
export const CRAVING_VAS: Instrument = {
  ...CRAVING_NRS,
  id: 'craving-vas',
  name: 'Craving (0–100)',
  questionnaires: ['craving-vas'],
  items: numbered(1, { min: 0, max: 100 }),
  total: { min: 0, max: 100 },
  continuous: true,
  citation: 'visual analogue scale',
};
