import type { Instrument } from './instrument.ts';

/** LOINC's answers: lists LL2179-1, LL2180-9 and LL2181-7. */
export const AUDIT_C: Instrument = {
  id: 'audit-c',
  name: 'AUDIT-C',
  recall: 'the past year',
  loinc: { panel: '72109-2', total: '75626-2' },
  questionnaires: ['audit-c', '72109-2'],
  items: [
    {
      id: '1',
      loinc: '68518-0',
      min: 0,
      max: 4,
      answers: {
        'LA6270-8': 0,
        'LA18926-8': 1,
        'LA18927-6': 2,
        'LA18928-4': 3,
        'LA18929-2': 4,
      },
    },
    {
      id: '2',
      loinc: '68519-8',
      min: 0,
      max: 4,
      answers: {
        'LA15694-5': 0,
        'LA15695-2': 1,
        'LA18930-0': 2,
        'LA18931-8': 3,
        'LA18932-6': 4,
      },
    },
    {
      id: '3',
      loinc: '68520-6',
      min: 0,
      max: 4,
      answers: {
        'LA6270-8': 0,
        'LA18933-4': 1,
        'LA18876-5': 2,
        'LA18891-4': 3,
        'LA18934-2': 4,
      },
    },
  ],
  total: { min: 0, max: 12 },
  better: 'lower',
  positiveFrom: { male: 4, female: 3 },
  bands: [],
  subscales: [],
  change: null,
  intervalDays: 90,
  citation: 'Bush et al. 1998, Arch Intern Med 158:1789; cuts: US Core AUDIT-C',
};
