import { type Instrument, numbered } from './instrument.ts';

/** Item 3, being able to stop, counts when it is denied. Answers: no 0, yes 1. */
export const DAST_10: Instrument = {
  id: 'dast-10',
  name: 'DAST-10',
  recall: 'the past 12 months',
  loinc: { panel: '82666-9', total: '82667-7' },
  questionnaires: ['dast-10', '82666-9'],
  items: numbered(10, { min: 0, max: 1, answers: { 'LA33-6': 1, 'LA32-8': 0 } }).map((item) =>
    item.id === '3' ? { ...item, reversed: true } : item,
  ),
  total: { min: 0, max: 10 },
  better: 'lower',
  bands: [
    { from: 0, to: 0, name: 'no problems reported' },
    { from: 1, to: 2, name: 'low' },
    { from: 3, to: 5, name: 'moderate' },
    { from: 6, to: 8, name: 'substantial' },
    { from: 9, to: 10, name: 'severe' },
  ],
  subscales: [],
  change: null,
  intervalDays: null,
  citation: 'Skinner 1982, Addict Behav 7:363; NIDA Common Data Elements',
};
