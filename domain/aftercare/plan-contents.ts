import { calendarDayInWords } from '../calendar/calendar-day-in-words.ts';
import { CHANNEL_WORDS, PERMITTED_WORDS } from '../outreach/contact-words.ts';
import type { Channel } from '../outreach/contact-rules.ts';
import type { MilestoneId } from './milestone.ts';
import type { PlanContent } from './plan-content.contract.ts';
import {
  CONTENT_SETTINGS,
  isWrittenContent,
  kindInWords,
  PLAN_CONTENTS,
  type PlanContentId,
  type PlanTemplate,
  type WrittenContentId,
} from './plan-content.ts';
import type { ContentEntry, PlanFacts, PlanRecipient } from './plan-facts.ts';
import { contentOfWording } from './plan-in-record.ts';

type Said = Omit<PlanContent, 'id' | 'isWritten' | 'beside'>;

const NOTHING: Said = {
  status: 'not-started',
  on: null,
  words: null,
  owner: null,
  note: null,
  by: null,
  recordId: null,
  entryId: null,
};

/**
 * The contents of a plan, in order: what the source says is done stands before what staff wrote. A content
 * that a program's plans do not have is shown where somebody wrote of it all the same.
 */
export function planContents(facts: PlanFacts, template: PlanTemplate): PlanContent[] {
  const entries = new Map(facts.entries.map((entry) => [entry.says.content, entry]));
  return PLAN_CONTENTS.filter((id) => isOfPlan(id, template, entries)).map((id) => ({
    id,
    isWritten: isWrittenContent(id),
    ...saidOf(id, facts, entries),
    beside: besideOf(id, facts),
  }));
}

const isOfPlan = (
  id: PlanContentId,
  template: PlanTemplate,
  entries: ReadonlyMap<PlanContentId, ContentEntry>,
): boolean => !isWrittenContent(id) || template[CONTENT_SETTINGS[id]] === 1 || entries.has(id);

function saidOf(
  id: PlanContentId,
  facts: PlanFacts,
  entries: ReadonlyMap<PlanContentId, ContentEntry>,
): Said {
  switch (id) {
    case 'next-level':
      return ofMilestone(facts, 'level-agreed', facts.destination);
    case 'first-appointment':
      return appointmentOf(facts);
    case 'medication':
      return ofMilestone(facts, 'medication', null);
    case 'consents':
      return consentsOf(facts.recipients, facts);
    case 'contact-preferences':
      return preferencesOf(facts);
    default: {
      const source = inRecord(id, facts);
      if (source) return source;
      const entry = entries.get(id);
      return entry ? asWritten(id, entry) : NOTHING;
    }
  }
}

/** What leads to the next level is a milestone of the board, and written down there. */
function ofMilestone({ milestones }: PlanFacts, of: MilestoneId, words: string | null): Said {
  const found = milestones.find(({ id }) => id === of);
  if (!found) return { ...NOTHING, words };
  const { status, on, by, recordId, note } = found;
  return { ...NOTHING, status, on, words, by, recordId, note };
}

/** Its date is there once one is booked; a visit that was missed asks for another. */
function appointmentOf(facts: PlanFacts): Said {
  const booked = ofMilestone(facts, 'appointment-booked', facts.destination);
  const kept = facts.milestones.find(({ id }) => id === 'first-kept');
  if (kept?.status !== 'done' && kept?.status !== 'in-progress') return booked;
  const visit = ofMilestone(facts, 'first-kept', facts.destination);
  return visit.status === 'done' ? { ...visit, note: visit.note ?? 'kept' } : visit;
}

/** By the supply of the kit, else by the words of a notice or a goal. */
function inRecord(id: WrittenContentId, { naloxone, wordings }: PlanFacts): Said | null {
  if (id === 'naloxone') return naloxone && { ...NOTHING, status: 'done', ...naloxone };
  const found = wordings
    .filter(({ words }) => contentOfWording(words) === id)
    .toSorted((a, b) => (a.on ?? '').localeCompare(b.on ?? ''))
    .at(-1);
  return found ? { ...NOTHING, status: 'done', ...found } : null;
}

const asWritten = (id: WrittenContentId, { id: entryId, by, says }: ContentEntry): Said => ({
  ...NOTHING,
  status: says.status,
  on: says.on,
  words: kindInWords(id, says.kind),
  owner: says.owner,
  note: says.note,
  by,
  entryId,
});

/** Each recipient has a consent of their own; where nobody is to be told yet, there is none to ask for. */
function consentsOf(recipients: readonly PlanRecipient[], { today }: PlanFacts): Said {
  const covered = recipients.filter(({ isCovered }) => isCovered);
  const words = recipients.map(({ name, isCovered, until }) =>
    isCovered
      ? `${name}: covered${until ? ` to ${calendarDayInWords(until, today)}` : ', no end'}`
      : `${name}: not covered`,
  );
  return {
    ...NOTHING,
    status:
      recipients.length > 0 && covered.length === recipients.length
        ? 'done'
        : covered.length > 0
          ? 'in-progress'
          : 'not-started',
    words: words.join('; ') || null,
    note: recipients.length === 0 ? 'nobody is known yet who is to be told' : null,
  };
}

function preferencesOf({ contactRules }: PlanFacts): Said {
  if (!contactRules) return NOTHING;
  const ways = (Object.keys(CHANNEL_WORDS) as Channel[]).map(
    (channel) =>
      `${CHANNEL_WORDS[channel].toLowerCase()} ${PERMITTED_WORDS[contactRules[channel]]}`,
  );
  return {
    ...NOTHING,
    status: 'done',
    on: contactRules.madeAt.slice(0, 10),
    words: ways.join(', '),
    by: contactRules.madeBy,
  };
}

/** So many days back an uncovered one still belongs to what is planned. */
const GAPS_SHOWN = 3;

function besideOf(id: PlanContentId, { beside, gaps, recipients, today }: PlanFacts) {
  if (id === 'medication')
    return gaps.slice(-GAPS_SHOWN).map(({ medication, from, to }) => {
      const last = to === today ? 'today' : calendarDayInWords(to, today);
      const span =
        from === to ? `on ${last}` : `from ${calendarDayInWords(from, today)} to ${last}`;
      return { words: `${medication}: no supply ${span}`, on: null, recordId: null };
    });
  if (id === 'consents')
    return recipients.flatMap(({ because, recordId, name }) =>
      because !== null
        ? [{ words: because, on: null, recordId: null }]
        : [{ words: `Consent that names ${name}`, on: null, recordId }],
    );
  return beside
    .filter(({ content }) => content === id)
    .map(({ words, on, recordId }) => ({ words, on, recordId }));
}
