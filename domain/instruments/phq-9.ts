import { coded, type Instrument } from './instrument.ts';
import { PATIENT_HEALTH_ANSWERS } from './patient-health-answers.ts';

/** Thoughts of being better off dead, or of hurting oneself. */
export const PHQ_9_SAFETY_ITEM = '9';

export const PHQ_9: Instrument = {
  id: 'phq-9',
  name: 'PHQ-9',
  recall: 'the last 2 weeks',
  loinc: { panel: '44249-1', total: '44261-6' },
  questionnaires: ['phq-9', 'phq9', 'phq-9-example', '44249-1'],
  items: [
    ...coded(
      [
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
      { min: 0, max: 3, answers: PATIENT_HEALTH_ANSWERS },
    ),
    {
      id: '10',
      loinc: '69722-7',
      min: 0,
      max: 3,
      unscored: true,
      answers: { 'LA6572-7': 0, 'LA6573-5': 1, 'LA6575-0': 2, 'LA6574-3': 3 },
    },
  ],
  total: { min: 0, max: 27 },
  better: 'lower',
  bands: [
    { from: 0, to: 4, name: 'minimal' },
    { from: 5, to: 9, name: 'mild' },
    { from: 10, to: 14, name: 'moderate' },
    { from: 15, to: 19, name: 'moderately severe' },
    { from: 20, to: 27, name: 'severe' },
  ],
  subscales: [],
  change: { reliable: 6, caseness: 10 },
  intervalDays: 14,
  citation:
    'Kroenke, Spitzer, Williams 2001, J Gen Intern Med 16:606; reliable change and caseness: NHS Talking Therapies Manual',
};
