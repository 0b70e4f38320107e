import { type Day, daysBetween } from '../calendar/calendar-day.ts';
import type { AftercareMilestone } from './aftercare.contract.ts';
import type { AftercareFacts, AftercareReferral, MilestoneEntry } from './aftercare-facts.ts';
import { type AftercareRules, milestonesDue } from './milestone-due.ts';
import { isAnswered, MILESTONES, type MilestoneId } from './milestone.ts';
import { isAccepted, isBooked, isKept, isMissed, referralUnderWay } from './referral-under-way.ts';

type Said = Pick<AftercareMilestone, 'status' | 'on' | 'recordId' | 'note'>;

const NOTHING: Said = { status: 'not-started', on: null, recordId: null, note: null };
const done = (on: Day | null, recordId: string | null, note: string | null = null): Said => ({
  status: 'done',
  on,
  recordId,
  note,
});
const begun = (on: Day | null, recordId: string | null, note: string): Said => ({
  status: 'in-progress',
  on,
  recordId,
  note,
});

/**
 * Every milestone of an episode's aftercare, in order: what the source says is done stands before what
 * staff wrote, and an entry before what the source only says is on its way.
 */
export function aftercareMilestones(
  facts: AftercareFacts,
  rules: AftercareRules,
): AftercareMilestone[] {
  const due = milestonesDue(facts, rules);
  const referral = referralUnderWay(facts.referrals);
  const written = new Map(facts.entries.map((entry) => [entry.says.milestone, entry]));
  const wantsNone = refusesReferral(written, referral);
  return MILESTONES.map((id) => {
    const source = sourceSays(id, facts, referral);
    const entry = source.status === 'done' ? null : (written.get(id) ?? null);
    const said = entry ? asWritten(entry) : afterNone(id, source, wantsNone);
    const dueOn = dueOfMissing(id, facts, { referral, written }, due[id]);
    return {
      id,
      ...said,
      due: dueOn,
      lateDays: isAnswered(said.status) || facts.onHold ? 0 : lateOn(dueOn, facts.today),
      by: entry?.by ?? null,
      entryId: entry?.id ?? null,
      toldBy: entry?.says.toldBy ?? null,
    };
  });
}

const lateOn = (due: Day | null, today: Day): number =>
  due === null ? 0 : Math.max(0, daysBetween(due, today));

const asWritten = ({ says: { status, on, note } }: MilestoneEntry): Said => ({
  status,
  on,
  note,
  recordId: null,
});

/** Without a referral nobody elsewhere accepts, gives a date or is handed anything. */
const OF_A_REFERRAL: ReadonlySet<MilestoneId> = new Set([
  'consent-signed',
  'accepted',
  'appointment-booked',
  'warm-hand-off',
  'first-kept',
]);

const refusesReferral = (
  written: ReadonlyMap<MilestoneId, MilestoneEntry>,
  referral: AftercareReferral | null,
): boolean => {
  const status = written.get('referral-sent')?.says.status;
  return referral === null && (status === 'declined' || status === 'not-applicable');
};

const afterNone = (id: MilestoneId, said: Said, wantsNone: boolean): Said =>
  wantsNone && OF_A_REFERRAL.has(id)
    ? { ...NOTHING, status: 'not-applicable', note: 'no referral' }
    : said;

interface Known {
  referral: AftercareReferral | null;
  written: ReadonlyMap<MilestoneId, MilestoneEntry>;
}

/** When a date is booked, that is the day; after a miss it was, and a new one is needed from then on. */
function dueOfMissing(
  id: MilestoneId,
  { medication, today }: AftercareFacts,
  known: Known,
  due: Day | null,
): Day | null {
  if (id === 'medication') return medication?.gaps.find(({ to }) => to === today)?.from ?? null;
  return id === 'first-kept' ? (bookedFor(known) ?? due) : due;
}

/** By the source, else as somebody was told; `null` where no day is known. */
function bookedFor({ referral, written }: Known): Day | null {
  if (referral && isBooked(referral)) return referral.appointment?.on ?? null;
  const said = written.get('appointment-booked')?.says;
  return said?.status === 'done' ? said.on : null;
}

function sourceSays(
  id: MilestoneId,
  facts: AftercareFacts,
  referral: AftercareReferral | null,
): Said {
  switch (id) {
    case 'discharge-date-set':
      return dateSet(facts);
    // Who is referred somewhere has been planned for, and the level is known.
    case 'planning-started':
    case 'level-agreed':
      return referral ? done(referral.sentOn, referral.recordId, 'a referral was made') : NOTHING;
    case 'consent-signed':
      return referral?.consentId ? done(referral.consentOn, referral.consentId) : NOTHING;
    case 'referral-sent':
      return sentOf(facts, referral);
    case 'accepted':
      return referral && isAccepted(referral)
        ? done(null, referral.stepRecordId ?? referral.recordId)
        : NOTHING;
    case 'appointment-booked':
      return referral && isBooked(referral)
        ? done(
            referral.appointment?.on ?? null,
            referral.appointment?.recordId ?? referral.stepRecordId,
          )
        : NOTHING;
    case 'first-kept':
      return keptOf(referral);
    case 'medication':
      return medicationOf(facts);
    default:
      return NOTHING;
  }
}

function dateSet({ plannedEnd, endedOn, today, planRecordId, episodeId }: AftercareFacts): Said {
  if (endedOn !== null) return done(endedOn, episodeId, 'the stay has ended');
  if (plannedEnd === null) return NOTHING;
  return plannedEnd < today
    ? begun(plannedEnd, planRecordId, 'the planned day has passed')
    : done(plannedEnd, planRecordId);
}

function sentOf({ referrals }: AftercareFacts, referral: AftercareReferral | null): Said {
  if (!referral) {
    const refused = referrals.find(({ step }) => step === 'declined');
    return refused
      ? {
          ...NOTHING,
          recordId: refused.recordId,
          note: `declined by ${refused.to ?? 'the program'}`,
        }
      : NOTHING;
  }
  const { isDraft, sentOn, recordId } = referral;
  return isDraft ? begun(sentOn, recordId, 'not sent yet') : done(sentOn, recordId);
}

function keptOf(referral: AftercareReferral | null): Said {
  if (!referral?.appointment) return NOTHING;
  const { on, recordId, begun: hasBegun } = referral.appointment;
  if (isKept(referral)) return done(on, recordId);
  if (isMissed(referral)) return begun(on, recordId, 'missed, a new date is needed');
  return hasBegun && isBooked(referral)
    ? begun(on, recordId, 'not known yet whether it was kept')
    : NOTHING;
}

function medicationOf({ medication, today }: AftercareFacts): Said {
  if (!medication)
    return { ...NOTHING, status: 'not-applicable', note: 'none prescribed for such a disorder' };
  const gap = medication.gaps.find(({ to }) => to === today);
  if (gap) return begun(gap.from, medication.recordId, `no supply of ${gap.medication}`);
  return done(null, medication.recordId, 'no day without it today');
}
