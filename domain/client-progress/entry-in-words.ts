import type { Day } from '../calendar/calendar-day.ts';
import { calendarDayInWords } from '../calendar/calendar-day-in-words.ts';
import { INTERVAL_WORDS } from '../disclosures/report-duty.ts';
import type { InstrumentId } from '../instruments/instrument.ts';
import { instrument } from '../instruments/instruments.ts';
import { BARRIER_WORDS } from '../outreach/contact-words.ts';
import { CONTENT_WORDS, kindInWords } from '../aftercare/plan-content.ts';
import { MILESTONE_STATUS_WORDS, MILESTONE_WORDS } from '../aftercare/milestone.ts';
import { ASAM_DIMENSIONS, EDITION_WORDS, isAssessed } from './asam-dimensions.ts';
import type { NewClientEntry, Says } from './client-entry.contract.ts';

/** What an entry is of, and what it says. */
export interface EntryWords {
  what: string;
  detail: string | null;
}

/** An entry of any kind as staff would read it aloud. */
export function entryInWords(entry: Pick<NewClientEntry, 'kind' | 'says'>, today: Day): EntryWords {
  const { kind, says } = entry as NewClientEntry;
  switch (kind) {
    case 'case-note':
      return { what: 'Note for the case review', detail: says.words };
    case 'score-review':
      return {
        what: `${instrument(says.instrument as InstrumentId).name} of ${calendarDayInWords(says.day, today)} reviewed`,
        detail: `plan ${says.plan}: ${says.because}`,
      };
    case 'phase':
      return {
        what: `Phase ${says.number} from ${calendarDayInWords(says.from, today)}`,
        detail: says.because,
      };
    case 'planned-discharge':
      return {
        what: `Discharge planned for ${calendarDayInWords(says.on, today)}`,
        detail: says.because,
      };
    case 'barrier':
      return { what: `Barrier: ${BARRIER_WORDS[says.barrier].toLowerCase()}`, detail: says.note };
    case 'barrier-resolved':
      return { what: 'A barrier is resolved', detail: says.how };
    case 'skills-practised':
      return {
        what: `Coping skills practised ${times(says.times)} since ${says.since ? calendarDayInWords(says.since, today) : 'the beginning'}`,
        detail: says.which,
      };
    case 'meetings':
      return {
        what: `Week of ${calendarDayInWords(says.week, today)}`,
        detail: [
          counted(says.community, 'community meeting'),
          counted(says.peer, 'peer meeting'),
        ].join(', '),
      };
    case 'family-session':
      return {
        what: `Family session ${calendarDayInWords(says.on, today)}`,
        detail: familyWords(says, today),
      };
    case 'aftercare-milestone':
      return {
        what: `Aftercare: ${MILESTONE_WORDS[says.milestone].toLowerCase()}, ${MILESTONE_STATUS_WORDS[says.status]}`,
        detail: milestoneWords(says, today),
      };
    case 'plan-content':
      return {
        what: `Aftercare plan: ${CONTENT_WORDS[says.content].toLowerCase()}, ${MILESTONE_STATUS_WORDS[says.status]}`,
        detail: contentWords(says, today),
      };
    case 'dimensions':
      return {
        what: `Six dimensions, ${EDITION_WORDS[says.edition]}, ${calendarDayInWords(says.on, today)}${says.rater ? `, rated by ${says.rater}` : ''}`,
        detail: dimensionWords(says),
      };
    case 'working-alliance':
      return {
        what: `Working alliance, ${says.instrument}, ${calendarDayInWords(says.on, today)}`,
        detail: `mean ${says.mean.toFixed(1)} of 1 to 5, by the client; no published rule is used`,
      };
    case 'court-report':
      return {
        what: `Report to ${says.to}, ${INTERVAL_WORDS[says.every]}, first due ${calendarDayInWords(says.dueOn, today)}`,
        detail: [says.officer, says.address].filter(Boolean).join(', ') || null,
      };
  }
}

const dimensionWords = ({ edition, dimensions }: Says<'dimensions'>): string =>
  ASAM_DIMENSIONS[edition]
    .map((name, index) => {
      const { risk, note } = dimensions[index] ?? { risk: null, note: null };
      const found = isAssessed(edition, { risk, note })
        ? [risk !== null && `risk ${risk}`, note]
        : ['not assessed', note];
      return `${index + 1} ${name}: ${found.filter(Boolean).join(', ')}`;
    })
    .join('; ');

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

const counted = (count: number | null, what: string): string =>
  count === null ? `${what}s not asked` : `${count} ${count === 1 ? what : `${what}s`}`;

const milestoneWords = (
  { on, destination, toldBy, note }: Says<'aftercare-milestone'>,
  today: Day,
): string =>
  [calendarDayInWords(on, today), destination, toldBy && `told by ${toldBy}`, note]
    .filter(Boolean)
    .join(', ');

const contentWords = (
  { content, kind, on, owner, note }: Says<'plan-content'>,
  today: Day,
): string =>
  [kindInWords(content, kind), calendarDayInWords(on, today), owner && `seen to by ${owner}`, note]
    .filter(Boolean)
    .join(', ');

/** Whoever has a record here is counted, not named: names of support people go with the client's. */
function familyWords({ tookPart, others, next }: Says<'family-session'>, today: Day): string {
  const people = tookPart.length === 1 ? '1 support person' : `${tookPart.length} support people`;
  const who = [tookPart.length > 0 && people, others].filter(Boolean).join(' and ');
  return `${who} took part, ${next ? `next ${calendarDayInWords(next, today)}` : 'no next one agreed'}`;
}
