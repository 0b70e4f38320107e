/** Answers with a code of SAMHSA's TEDS, in its words. */
const REFERRAL_SOURCES = {
  1: 'individual',
  2: 'SUD provider',
  3: 'other health provider',
  4: 'school',
  5: 'employer or EAP',
  6: 'community',
  7: 'court or DUI',
};
const EMPLOYMENT = { 1: 'full-time', 2: 'part-time', 3: 'unemployed', 4: 'not in labor force' };
const LIVING = { 1: 'homeless', 2: 'dependent', 3: 'independent' };
const SUBSTANCES = {
  2: 'alcohol',
  3: 'cocaine',
  4: 'marijuana',
  5: 'heroin',
  7: 'other opiates',
  10: 'methamphetamine',
  13: 'benzodiazepines',
};
const ROUTES = { 1: 'oral', 2: 'smoking', 3: 'inhalation', 4: 'injection', 5: 'other' };

/** What is asked at admission and at discharge; with the words of its codes where it has any. */
export const ADMISSION_QUESTIONS: Readonly<
  Record<string, Readonly<Record<string, string>> | null>
> = {
  REFERRAL_SOURCE: REFERRAL_SOURCES,
  EMPLOYMENT_STATUS: EMPLOYMENT,
  LIVING_ARRANGEMENT: LIVING,
  PRIMARY_SUBSTANCE: SUBSTANCES,
  ROUTE_OF_USE: ROUTES,
  ARRESTS_PAST_30_DAYS: null,
  SELF_HELP_ATTENDANCE: null,
  PRIOR_EPISODES: null,
  DAYS_WAITING: null,
  DAYS_SINCE_DETOX: null,
  TRANSPORT_NEEDED: null,
  CHILDCARE_NEEDED: null,
  SCHEDULE_CONSTRAINT: null,
};

/** TEDS writes −9 for what is missing, unknown or was not collected. */
const NOT_KNOWN = '-9';

/** An answer in words: its code's, or its own where it has none; `null` where it is not known. */
export function answerInWords(question: string, answer: string): string | null {
  if (answer === NOT_KNOWN) return null;
  if (answer === 'true' || answer === 'false') return answer === 'true' ? 'yes' : 'no';
  const words = ADMISSION_QUESTIONS[question];
  // A code that TEDS does not have is not one that could be guessed at.
  return words && /^\d+$/.test(answer) ? (words[Number(answer)] ?? null) : answer;
}
