import { type Instrument, numbered } from './instrument.ts';

/** No meaningful change is published: it is shown, and judged by nothing. */
export const BARC_10: Instrument = {
  id: 'barc-10',
  name: 'BARC-10',
  recall: null,
  loinc: { panel: null, total: null },
  questionnaires: ['barc-10', 'barc10'],
  items: numbered(10, { min: 1, max: 6 }),
  total: { min: 10, max: 60 },
  better: 'higher',
  bands: [
    { from: 10, to: 46, name: 'below 47' },
    { from: 47, to: 60, name: '47 or more' },
  ],
  subscales: [],
  change: null,
  intervalDays: 30,
  citation:
    'Vilsaint et al. 2017, Drug Alcohol Depend 177:71 (47 predicts remission past 12 months)',
};
