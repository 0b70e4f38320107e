import type { OwnMilestone } from '../../own-entries/own-entries.ts';
import { addDays, daysBetween } from '../site-calendar.ts';
import type { UnderWay } from './under-way.ts';

export interface Milestone {
  name: string;
  status: OwnMilestone['status'];
  due: string | undefined;
  late: number;
  byHand: OwnMilestone | undefined;
}

export interface Leaving {
  today: string;
  admitted: string;
  planned: string | undefined;
  ended: string | undefined;
  away: boolean;
  referral: UnderWay | undefined;
  consented: boolean;
  /** Medication for such a disorder; `since`: the first day without it, if today is one. */
  medication: { since: string | undefined } | undefined;
  written: ReadonlyMap<string, OwnMilestone>;
}

export const isAnswered = ({ status }: Pick<Milestone, 'status'>): boolean =>
  ['done', 'declined', 'not-applicable'].includes(status);

type Rule = [name: string, status: OwnMilestone['status'], due: string | undefined];

/** In order: what is on record as done, else what staff wrote, else what is on its way; and by when. */
export function courseOfMilestones(leaving: Leaving): Milestone[] {
  const { written, today, away, referral } = leaving;
  const none = ['declined', 'not-applicable'].includes(written.get('referral-sent')?.status ?? '');
  return rulesOf(leaving).map(([name, onRecord, due]) => {
    const byHand = onRecord === 'done' ? undefined : written.get(name);
    const spared = none && !referral && ofReferral.includes(name);
    const status = byHand?.status ?? (spared ? 'not-applicable' : onRecord);
    const owed = due !== undefined && !away && !isAnswered({ status });
    const late = owed ? Math.max(0, daysBetween(due, today)) : 0;
    return { name, status, due, late, byHand };
  });
}

const ofReferral = [
  'consent-signed',
  'accepted',
  'appointment-booked',
  'warm-hand-off',
  'first-kept',
];

function rulesOf(leaving: Leaving): Rule[] {
  const { admitted, planned, ended, referral, today, consented, medication, written } = leaving;
  const done = (is: boolean | undefined) => (is ? 'done' : 'not-started');
  const before = (days: number) => sooner(planned && addDays(planned, -days), ended);
  const left = ended ?? planned;
  const half = planned === undefined ? 14 : Math.floor(daysBetween(admitted, planned) / 2);
  const visit = referral?.visit;
  const bookedByHand = written.get('appointment-booked');
  const booked = referral?.booked
    ? visit?.on
    : bookedByHand?.status === 'done'
      ? bookedByHand.on
      : undefined;
  const sent = referral && (referral.waits ? 'in-progress' : 'done');
  const dated = ended !== undefined || (planned !== undefined && planned >= today);
  return [
    [
      'planning-started',
      done(referral !== undefined),
      sooner(addDays(admitted, Math.max(0, Math.min(14, half))), ended),
    ],
    [
      'discharge-date-set',
      dated ? 'done' : planned === undefined ? 'not-started' : 'in-progress',
      sooner(addDays(admitted, 21), ended),
    ],
    ['level-agreed', done(referral !== undefined), before(21)],
    ['consent-signed', done(consented), before(21)],
    ['referral-sent', sent ?? 'not-started', before(14)],
    ['accepted', done(referral?.accepted), before(10)],
    ['appointment-booked', done(referral?.booked), before(7)],
    ['warm-hand-off', 'not-started', before(1)],
    ['summary-sent', 'not-started', left && addDays(left, 1)],
    [
      'first-kept',
      visit?.kept ? 'done' : visit?.begun && !visit.off ? 'in-progress' : 'not-started',
      booked ?? (left && addDays(left, 14)),
    ],
    [
      'medication',
      medication ? (medication.since === undefined ? 'done' : 'in-progress') : 'not-applicable',
      medication?.since,
    ],
  ];
}

const sooner = (...days: (string | undefined)[]): string | undefined =>
  days.filter((day) => day !== undefined).sort()[0];
