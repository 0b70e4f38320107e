import { type Instrument, numbered } from './instrument.ts';

export const TEA: Instrument = {
  id: 'tea',
  name: 'TEA',
  recall: null,
  loinc: { panel: null, total: null },
  questionnaires: ['tea'],
  items: numbered(4, { min: 1, max: 10 }),
  total: { min: 4, max: 40 },
  better: 'higher',
  bands: [],
  subscales: [],
  change: null,
  intervalDays: 30,
  citation: 'Ling et al. 2012, Treatment Effectiveness Assessment',
};
