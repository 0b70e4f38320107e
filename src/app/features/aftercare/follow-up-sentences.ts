import type { FollowUpLine, FollowUpList } from '#domain/aftercare/follow-up.contract';
import { type FollowUpGroup, followUpGroup } from '#domain/aftercare/follow-up-order';
import { FOLLOW_UP_STATUS_WORDS } from '#domain/aftercare/follow-up-words';
import { CHANNELS, permitted } from '#domain/outreach/contact-rules';
import { CHANNEL_WORDS, MODE_WORDS } from '#domain/outreach/contact-words';
import { type Finding, dayWords } from './aftercare-words';

export const GROUP_WORDS: Readonly<Record<FollowUpGroup, string>> = {
  late: 'Late',
  today: 'Due today',
  'this-week': 'In the next 7 days',
  later: 'Later',
  done: 'Done or over',
};

/** '2 of 3 tries, by phone and text'; nothing tried is said as well. */
export function triesWords({ tries, modes }: Pick<FollowUpLine, 'tries' | 'modes'>): string {
  if (tries === 0) return 'no try yet';
  const ways = modes.map((mode) => MODE_WORDS[mode].toLowerCase()).join(' and ');
  return `${tries === 1 ? '1 try' : `${tries} tries`}, by ${ways}`;
}

/** 'due', '2 d late', 'reached Tue 17 Nov'. */
export function statusWordsOf(line: FollowUpLine): string {
  const { status, lateDays, today, contacts, timeZone } = line;
  if (lateDays > 0) return `${lateDays}\u00a0d late`;
  const reached = contacts.find(({ result }) => result === 'reached');
  if (status === 'reached' && reached)
    return `reached ${dayWords(dayOf(reached.at, timeZone), today)}`;
  return FOLLOW_UP_STATUS_WORDS[status];
}

const dayOf = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date(instant));

/** By which ways the client allows to be reached; where nobody wrote it down, that. */
export function channelWords({ contactRules }: Pick<FollowUpLine, 'contactRules'>): {
  words: string;
  isKnown: boolean;
} {
  if (!contactRules) return { words: 'not recorded', isKnown: false };
  const allowed = CHANNELS.filter((channel) => permitted(contactRules, channel) === 'allowed');
  const words = allowed.map((channel) => CHANNEL_WORDS[channel].toLowerCase()).join(', ');
  return { words: words || 'none that is allowed', isKnown: allowed.length > 0 };
}

/** The follow-ups of one discharge in order, for who hears them. */
export const courseWords = (course: readonly FollowUpLine[]): string =>
  course.map(({ name, status }) => `${name} ${FOLLOW_UP_STATUS_WORDS[status]}`).join(', ');

/** Whom to ask after today, and who is late. */
export function followUpFinding({ lines }: FollowUpList): Finding {
  const count = (group: FollowUpGroup) =>
    lines.filter((line) => followUpGroup(line) === group).length;
  const [late, today, week] = [count('late'), count('today'), count('this-week')];
  const due = today === 0 ? 'Nobody is due to be asked after today' : `${calls(today)} due today`;
  const title = `${due}; ${late === 0 ? 'none is late' : `${late} ${late === 1 ? 'is' : 'are'} late`}.`;
  return { title, rest: week === 0 ? '' : `${week} more in the next 7 days.` };
}

const calls = (count: number): string =>
  count === 1 ? '1 follow-up is' : `${count} follow-ups are`;
