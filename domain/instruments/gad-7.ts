import { coded, type Instrument } from './instrument.ts';
import { PATIENT_HEALTH_ANSWERS } from './patient-health-answers.ts';

export const GAD_7: Instrument = {
  id: 'gad-7',
  name: 'GAD-7',
  recall: 'the last 2 weeks',
  loinc: { panel: '69737-5', total: '70274-6' },
  questionnaires: ['gad-7', 'gad7', '69737-5'],
  items: coded(['69725-0', '68509-9', '69733-4', '69734-2', '69735-9', '69689-8', '69736-7'], {
    min: 0,
    max: 3,
    answers: PATIENT_HEALTH_ANSWERS,
  }),
  total: { min: 0, max: 21 },
  better: 'lower',
  bands: [
    { from: 0, to: 4, name: 'minimal' },
    { from: 5, to: 9, name: 'mild' },
    { from: 10, to: 14, name: 'moderate' },
    { from: 15, to: 21, name: 'severe' },
  ],
  subscales: [],
  change: { reliable: 4, caseness: 8 },
  intervalDays: 14,
  citation:
    'Spitzer, Kroenke, Williams, Löwe 2006, Arch Intern Med 166:1092; reliable change: Toussaint 2020, J Affect Disord 265:395; caseness: NHS Talking Therapies Manual',
};
