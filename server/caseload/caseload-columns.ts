import type { CaseloadLine } from '#domain/caseload/caseload.contract';
import type { MissFacts } from '#domain/caseload/risk-facts.contract';
import type { CaseloadColumnId } from '#domain/caseload/caseload-export.contract';
import { localTime } from '#domain/calendar/calendar-day';
import { dayAndTime } from '../exports/day-and-time.ts';

/** A column of the file: one of the table may have several, since a file has no drawings. */
interface FileColumn {
  head: string;
  meaning: string;
  value: (line: CaseloadLine) => string | number | null;
}

const STRIP_WEEKS = [3, 2, 1, 0];

const BEHIND_A_MISS = 'Of who is listed for not coming; empty of everybody else.';

const ofMiss =
  (say: (facts: MissFacts) => string | null): FileColumn['value'] =>
  ({ missFacts }) =>
    missFacts && (say(missFacts) || 'not recorded');

/** What each column of the table is as a file. `null` is an empty cell: not known, not zero. */
export const FILE_COLUMNS: Record<CaseloadColumnId, readonly FileColumn[]> = {
  client: [
    { head: 'Family name', meaning: 'As recorded.', value: (line) => line.familyName },
    { head: 'Given name', meaning: 'As recorded.', value: (line) => line.givenName },
    {
      head: 'Record number',
      meaning: 'Of the scheduling system.',
      value: (line) => line.recordNumber,
    },
  ],
  why: [
    {
      head: 'Why listed',
      meaning: 'Every rule that is met, the gravest first, with what was found: sheet Rules.',
      value: ({ flags }) =>
        flags.map(({ what, evidence }) => [what, evidence].filter(Boolean).join(', ')).join('; '),
    },
    {
      head: 'Substances',
      meaning: `${BEHIND_A_MISS} Of the diagnoses, by ICD-10-CM category.`,
      value: ofMiss(({ substances }) =>
        substances
          .map(({ name, inRemission }) => (inRemission ? `${name} (in remission)` : name))
          .join('; '),
      ),
    },
    {
      head: 'Medication supply ends',
      meaning: `${BEHIND_A_MISS} Of each medication for use disorder, the last day of its supply.`,
      value: ofMiss(({ medications }) =>
        medications.map(({ words, on }) => `${words} ${on ?? 'end not recorded'}`).join('; '),
      ),
    },
    {
      head: 'Last overdose',
      meaning: `${BEHIND_A_MISS} ICD-10-CM T40.`,
      value: ofMiss(({ overdose }) => overdose && (overdose.on ?? 'day not recorded')),
    },
    {
      head: 'Last release',
      meaning: `${BEHIND_A_MISS} From detox, hospital, jail or leave.`,
      value: ofMiss(
        ({ release }) => release && `${release.words} ${release.on ?? 'day not recorded'}`,
      ),
    },
    {
      head: 'Naloxone prescribed',
      meaning: BEHIND_A_MISS,
      value: ofMiss(({ naloxone }) => naloxone && (naloxone.on ?? 'day not recorded')),
    },
  ],
  hours: [
    {
      head: 'Hours delivered',
      meaning: 'This week, Monday to Sunday: recorded attendance.',
      value: ({ hours }) => inHours(hours.delivered),
    },
    {
      head: 'Hours assumed',
      meaning: 'Attended without recorded minutes: the scheduled ones. They meet no minimum.',
      value: ({ hours }) => inHours(hours.assumed),
    },
    {
      head: 'Hours booked',
      meaning: 'Still to come this week.',
      value: ({ hours }) => inHours(hours.booked),
    },
    {
      head: 'Hours not recorded',
      meaning: 'Of past sessions without an outcome.',
      value: ({ hours }) => inHours(hours.unrecorded),
    },
    {
      head: 'Hours prescribed',
      meaning: 'By the plan, for the part of the week that the episode covers. Empty: not known.',
      value: ({ hours }) => inHours(hours.prescribed),
    },
    {
      head: 'Hours missing',
      meaning: 'Prescribed, and neither delivered, assumed, booked nor not recorded.',
      value: ({ hours }) => inHours(hours.missing),
    },
  ],
  strip: STRIP_WEEKS.map((ago) => ({
    head: ago === 0 ? 'Sessions this week' : `Sessions ${ago} ${ago === 1 ? 'week' : 'weeks'} ago`,
    meaning: 'The status of each session in order of start; weeks begin on Monday.',
    value: ({ strip }) => strip.at(-1 - ago)?.marks.join(' ') ?? null,
  })),
  attended: [
    {
      head: 'Attended',
      meaning: 'Sessions of the four weeks that were attended, late and left early included.',
      value: ({ attendance }) => attendance.numerator,
    },
    {
      head: 'Of sessions',
      meaning: 'Attended, no-shows and late cancellations.',
      value: ({ attendance }) => attendance.denominator,
    },
    {
      head: 'Left out',
      meaning: 'Excused, cancelled by the program, on hold. In no rate.',
      value: ({ attendance }) => attendance.excluded,
    },
    {
      head: 'Not recorded',
      meaning: 'Past sessions without an outcome. In no rate.',
      value: ({ attendance }) => attendance.unrecorded,
    },
  ],
  seen: [
    {
      head: 'Last seen',
      meaning: 'Day of the last attended session. Empty: none yet.',
      value: ({ lastSeenAt, timeZone }) =>
        lastSeenAt && localTime(Date.parse(lastSeenAt), timeZone).day,
    },
    {
      head: 'Days since seen',
      meaning: 'Calendar days; since admission where never seen.',
      value: (line) => line.daysSinceSeen,
    },
  ],
  next: [
    {
      head: 'Next session',
      meaning: 'Day of the next booked session, on the site’s calendar. Empty: none booked.',
      value: ({ next, timeZone }) => next && dayAndTime(next.startsAt, timeZone)[0],
    },
    {
      head: 'Next session starts',
      meaning: 'On the site’s clock.',
      value: ({ next, timeZone }) => next && dayAndTime(next.startsAt, timeZone)[1],
    },
    { head: 'Next service', meaning: 'As recorded.', value: ({ next }) => next?.service ?? null },
  ],
  level: [
    {
      head: 'Level',
      meaning: 'ASAM level of care. Empty: not known.',
      value: ({ level }) => level?.code ?? null,
    },
    { head: 'Track', meaning: 'Of the program: day or evening.', value: ({ track }) => track },
    {
      head: 'Phase',
      meaning: 'Of the plan, today.',
      value: ({ phase }) => phase && `${phase.number} of ${phase.of}`,
    },
  ],
  week: [
    { head: 'Week', meaning: 'Since admission; the first is 1.', value: ({ week }) => week },
    {
      head: 'Weeks planned',
      meaning: 'By the plan. Empty: not known.',
      value: ({ plannedWeeks }) => plannedWeeks,
    },
  ],
  counselor: [
    {
      head: 'Counselor',
      meaning: 'Of the episode. Empty: nobody.',
      value: ({ counselor }) => counselor?.name ?? null,
    },
  ],
  program: [
    { head: 'Program', meaning: 'That the episode belongs to.', value: ({ program }) => program },
    { head: 'Site', meaning: 'Of the program.', value: ({ site }) => site },
  ],
};

const inHours = (minutes: number | null): number | null =>
  minutes === null ? null : Math.round(minutes / 6) / 10;
