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

/** By when each milestone of aftercare is to be there. */
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
} satisfies Partial<Record<SettingId, Setting>>;
