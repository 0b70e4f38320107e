import { type Instrument, numbered } from './instrument.ts';

export const PACS: Instrument = {
  id: 'pacs',
  name: 'PACS',
  recall: 'the past week',
  loinc: { panel: null, total: null },
  questionnaires: ['pacs'],
  items: numbered(5, { min: 0, max: 6 }),
  total: { min: 0, max: 30 },
  better: 'lower',
  bands: [],
  subscales: [],
  change: null,
  intervalDays: 7,
  citation: 'Flannery, Volpicelli, Pettinati 1999, Alcohol Clin Exp Res 23:1289',
};
