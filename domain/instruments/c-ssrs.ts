import type { Answers, Instrument, Item } from './instrument.ts';

const yesNo = (id: string, loinc: string): Item => ({
  id,
  loinc,
  min: 0,
  max: 1,
  unscored: true,
  answers: { 'LA33-6': 1, 'LA32-8': 0 },
});

/** The screener: six questions, the last of which asks again about the past 3 months. */
export const C_SSRS: Instrument = {
  id: 'c-ssrs',
  name: 'C-SSRS',
  recall: 'the past month; behavior: ever, and the past 3 months',
  loinc: { panel: '93373-9', total: null },
  questionnaires: ['c-ssrs', 'c-ssrs-screener', 'cssrs', '93373-9'],
  items: [
    yesNo('1', '93246-7'),
    yesNo('2', '93247-5'),
    yesNo('3', '93248-3'),
    yesNo('4', '93249-1'),
    yesNo('5', '93250-9'),
    yesNo('6', '93267-3'),
    yesNo('6R', '93269-9'),
    {
      // The level somebody put down, beside what the answers come to.
      id: 'risk',
      loinc: '93374-7',
      min: 1,
      max: 3,
      unscored: true,
      answers: { 'LA9194-7': 1, 'LA6751-7': 2, 'LA9193-9': 3 },
    },
  ],
  total: null,
  better: 'lower',
  bands: [],
  subscales: [],
  change: null,
  intervalDays: null,
  citation:
    'Posner et al. 2011, Am J Psychiatry 168:1266; Columbia Lighthouse Project, screener triage',
};

export type SuicideRisk = 'none' | 'low' | 'moderate' | 'high';

const LEVELS: readonly SuicideRisk[] = ['none', 'low', 'moderate', 'high'];

/**
 * The screener's level: high for intent, a plan or behavior of the last 3 months; moderate for a
 * method or behavior ever; low for a wish to be dead or thoughts. `null` where nothing was affirmed
 * and not everything asked. A stated level and the answers may differ: the graver one counts.
 */
export function suicideRisk(answers: Answers): SuicideRisk | null {
  const stated = LEVELS[answers['risk'] ?? 0] ?? 'none';
  const answered = riskByAnswers(answers);
  const graver = Math.max(LEVELS.indexOf(stated), LEVELS.indexOf(answered ?? 'none'));
  return graver === 0 ? answered : (LEVELS[graver] ?? null);
}

function riskByAnswers(answers: Answers): SuicideRisk | null {
  const yes = (...items: string[]) => items.some((item) => (answers[item] ?? 0) > 0);
  if (yes('4', '5', '6R')) return 'high';
  if (yes('3', '6')) return 'moderate';
  if (yes('1', '2')) return 'low';
  // Questions 3 to 5 are asked only after a yes to 2.
  return ['1', '2', '6'].every((item) => item in answers) ? 'none' : null;
}
