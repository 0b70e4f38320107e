import type { Setting, SettingId } from '../setting.ts';

/** What is alike in each of them: no standard gives these days. */
const TEMPLATE = {
  subject: 'aftercare',
  unit: 'days',
  least: 0,
  most: 90,
  source: 'The program’s own; no standard gives this day',
  affects: 'What is late on the aftercare board',
  forAllBecause: null,
  isDerivedBy: false,
} as const;

const before = (what: string) => `${what} is due {value} before the planned discharge.`;

/** Whether a follow-up is made: its days and its window are the same for everybody who makes it. */
const followUp = (words: string, window: string, source: string) =>
  ({
    ...TEMPLATE,
    name: `Follow-up, ${words}`,
    sentence: `A follow-up ${words} after discharge is {value}; its window is ${window}.`,
    unit: 'yes-no',
    most: 1,
    source,
    affects: 'Which follow-ups are due, their tasks, and the share that is reached',
  }) as const;

/** Whether a program's plans have a content: what is left out is not asked for, what was written of it stays. */
const content = (words: string, name: string) =>
  ({
    ...TEMPLATE,
    name: `Plan, ${name}`,
    sentence: `A plan for ${words} after discharge is {value}.`,
    unit: 'yes-no',
    most: 1,
    source: 'Program default: everything a plan for the time after can have',
    affects: 'Which contents a client’s aftercare plan has',
  }) as const;

/** What aftercare plans have in them, by when each milestone is to be there, and who is asked after. */
export const AFTERCARE = {
  aftercarePlanningDay: {
    ...TEMPLATE,
    name: 'Planning begins',
    sentence:
      'Planning for what comes after begins within {value} of admission, or by half the planned stay if that is sooner.',
    source: 'Program default: day 14, or half the planned length of stay',
  },
  aftercareDateDay: {
    ...TEMPLATE,
    name: 'Discharge date',
    sentence: 'A discharge date is set within {value} of admission.',
  },
  aftercareLevelDays: {
    ...TEMPLATE,
    name: 'Level agreed',
    sentence: before('Agreement on the next level of care'),
  },
  aftercareConsentDays: {
    ...TEMPLATE,
    name: 'Consent signed',
    sentence: before('A consent that names the destination'),
  },
  aftercareReferralDays: {
    ...TEMPLATE,
    name: 'Referral sent',
    sentence: before('The referral'),
  },
  aftercareAcceptedDays: {
    ...TEMPLATE,
    name: 'Accepted',
    sentence: before('The receiving program’s answer'),
  },
  aftercareBookedDays: {
    ...TEMPLATE,
    name: 'Appointment booked',
    sentence: before('A date after discharge'),
  },
  aftercareHandOffDays: {
    ...TEMPLATE,
    name: 'Warm hand-off',
    sentence: before('The warm hand-off'),
  },
  aftercareSummaryDays: {
    ...TEMPLATE,
    name: 'Summary sent',
    sentence: 'The discharge summary is due {value} after discharge.',
  },
  aftercareKeptDays: {
    ...TEMPLATE,
    name: 'First appointment kept',
    sentence: 'Where no date is booked, the first appointment is due {value} after discharge.',
  },
  aftercareOpenDays: {
    ...TEMPLATE,
    least: 1,
    most: 180,
    name: 'Card stays open',
    sentence:
      'For {value} after discharge a card stays where its facts put it; then it is followed up, or there is no contact.',
    affects: 'The columns of the aftercare board',
  },
  planNaloxone: content('naloxone', 'naloxone'),
  planRelapsePrevention: content('relapse prevention', 'relapse prevention'),
  planCrisis: content('a crisis', 'crisis'),
  planHousing: content('recovery housing', 'recovery housing'),
  planMutualHelp: content('mutual help and peer support', 'mutual help and peer support'),
  planFamily: content('the family', 'family'),
  planEmployment: content('employment', 'employment'),
  planLegal: content('legal matters', 'legal matters'),
  planTransport: content('transport', 'transport'),
  followUpAt72Hours: followUp('72 hours', '24 hours from then', 'Program default'),
  followUpAt7Days: followUp('7 days', '2 days either way', 'Program default; HEDIS FUI, 7 days'),
  followUpAt14Days: followUp(
    '14 days',
    '3 days either way',
    'Program default; Washington Circle, 14 days',
  ),
  followUpAt30Days: followUp('30 days', '7 days either way', 'Program default; HEDIS FUI, 30 days'),
  followUpAt60Days: followUp('60 days', '14 days either way', 'Program default'),
  followUpAt90Days: followUp(
    '90 days',
    '14 days either way',
    'Program default; quarterly recovery management checkups',
  ),
  followUpAt180Days: followUp(
    '180 days',
    '30 days either way',
    'Program default; SUPRT-C of SAMHSA, 6 months',
  ),
  followUpAt365Days: followUp(
    '365 days',
    '30 days either way',
    'Program default; SUPRT-C of SAMHSA, a year',
  ),
  followUpOwner: {
    ...TEMPLATE,
    name: 'Who follows up',
    sentence: 'Clients who left are asked after by {value}.',
    unit: 'follow-up-owner',
    least: 1,
    most: 2,
    source: 'Program default: a role, for the last counselor has others to see',
    affects: 'Whose work a follow-up is said to be; whoever sees the client may write it down',
  },
} satisfies Partial<Record<SettingId, Setting>>;
