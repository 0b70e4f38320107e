import type { Aftercare, AftercareCard } from '#domain/aftercare/aftercare.contract';
import {
  isAnswered,
  type MilestoneId,
  MILESTONE_WORDS,
  type MilestoneStatus,
  MILESTONE_STATUS_WORDS,
} from '#domain/aftercare/milestone';
import { addDays } from '#domain/calendar/calendar-day';
import { calendarDay, clinicDate } from '../../ui/clinic-time/clinic-time';

/** 'Fri 27 Nov' of a calendar day, with the year only when it is another than today's. */
export const dayWords = (day: string, today: string): string =>
  clinicDate(`${day}T12:00:00Z`, 'UTC', `${today}T12:00:00Z`);

/** '9 d to go', 'leaves today', 'day 4'; a planned day that has passed is not the day somebody left. */
export function daysWords({ daysTo, endedOn }: Pick<AftercareCard, 'daysTo' | 'endedOn'>): string {
  if (daysTo === null) return 'no day planned';
  if (endedOn !== null) return `day ${-daysTo}`;
  if (daysTo < 0) return `planned ${-daysTo}\u00a0d ago`;
  return daysTo === 0 ? 'leaves today' : `${daysTo}\u00a0d to go`;
}

/** What is missing next: 'Level agreed, 4 d late', 'Accepted by 2 Dec', 'Missed Mon 16 Nov, book again'. */
export function nextWords(card: AftercareCard): { words: string; late: boolean; missed: boolean } {
  if (card.missedOn !== null) {
    const words = `Missed ${dayWords(card.missedOn, card.today)}, book again`;
    return { words, late: true, missed: true };
  }
  if (card.stage === 'following-up') return { ...followUpWords(card), missed: false };
  const next = card.milestones.find(({ id }) => id === card.next);
  if (!next) return { words: 'Nothing is missing', late: false, missed: false };
  if (next.id === 'first-kept' && next.status === 'in-progress' && next.on !== null) {
    const words = `Not known if kept ${dayWords(next.on, card.today)}`;
    return { words, late: next.lateDays > 0, missed: false };
  }
  const name = MILESTONE_WORDS[next.id];
  if (next.lateDays > 0)
    return { words: `${name}, ${next.lateDays}\u00a0d late`, late: true, missed: false };
  const by = next.due === null ? '' : ` by ${calendarDay(next.due)}`;
  return { words: name + by, late: false, missed: false };
}

/** What is next of somebody who is followed up: 'Follow-up 30 days, Wed 9 Dec', '2 d late'. */
function followUpWords(card: AftercareCard): { words: string; late: boolean } {
  const { followUp, today } = card;
  if (!followUp) return { words: linkedWords(card), late: false };
  const name = `Follow-up ${followUp.name}`;
  if (followUp.lateDays > 0)
    return { words: `${name}, ${followUp.lateDays}\u00a0d late`, late: true };
  const when = followUp.tryOn === today ? 'today' : dayWords(followUp.tryOn, today);
  return { words: `${name}, ${when}`, late: false };
}

/** Somebody is followed up because the first appointment was kept, or because they were talked with. */
function linkedWords({ milestones, today }: AftercareCard): string {
  const kept = milestones.find(({ id }) => id === 'first-kept');
  if (kept?.status !== 'done') return 'Talked with since, not linked';
  return kept.on === null ? 'First appointment kept' : `First kept ${dayWords(kept.on, today)}`;
}

/** The bar of milestones, for who hears it. */
export function milestonesWords({ milestones }: Pick<AftercareCard, 'milestones'>): string {
  const asked = milestones.filter(
    ({ status }) => status !== 'not-applicable' && status !== 'declined',
  );
  const done = asked.filter(({ status }) => status === 'done').length;
  const missing = asked.filter(({ status }) => !isAnswered(status));
  const names = missing.map(({ id }) => MILESTONE_WORDS[id].toLowerCase());
  const rest = names.length === 0 ? '' : `; missing: ${names.join(', ')}`;
  return `${done} of ${asked.length} milestones done${rest}`;
}

/** Of a first appointment in progress is one that was missed: nobody is half way through it. */
export const statusWords = (id: MilestoneId, status: MilestoneStatus): string =>
  id === 'first-kept' && status === 'in-progress'
    ? 'missed, to be booked again'
    : MILESTONE_STATUS_WORDS[status];

export interface Finding {
  title: string;
  rest: string;
}

/** Which coming discharges have no date after them, and which first appointments were missed. */
export function aftercareFinding({ summary, asOf }: Aftercare): Finding {
  const { leaving, unbooked, missed, late, leavingDays } = summary;
  const today = asOf.slice(0, 10);
  const by = dayWords(addDays(today, leavingDays), today);
  const coming =
    leaving === 0
      ? `Nobody’s discharge is planned by ${by}`
      : unbooked === 0
        ? `Everybody who leaves by ${by} has a date after discharge or wants none`
        : leaving === 1
          ? `The one client who leaves by ${by} has no appointment after discharge`
          : `${unbooked} of ${leaving} clients who leave by ${by} ${unbooked === 1 ? 'has' : 'have'} no appointment after discharge`;
  const first =
    missed === 0
      ? 'no first appointment was missed'
      : missed === 1
        ? '1 first appointment was missed'
        : `${missed} first appointments were missed`;
  const plans =
    late === 0 ? 'No plan is late.' : late === 1 ? '1 plan is late.' : `${late} plans are late.`;
  return { title: `${coming}; ${first}.`, rest: plans };
}

export const initials = (name: string): string =>
  name
    .split(' ')
    .map((part) => part.charAt(0))
    .join('');
