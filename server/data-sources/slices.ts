import { READ_TYPES, type ReadType } from './translators.ts';

/** A part of a first read: one search, whose pages are read to the end. */
export interface Slice {
  name: string;
  type: ReadType;
  parameters: Record<string, string>;
  /** What a caseload needs comes first; the years behind it follow. */
  history: boolean;
}

/** Small enough that a page of the dashboard need not wait long for the embedded database. */
export const PAGE_SIZE = '500';
/** Before anybody can wait for a page, larger ones are taken in faster. */
const FIRST_PAGE_SIZE = '2000';
const RECENT_DAYS = 42;

type Parameters = Partial<Record<ReadType, Record<string, string>>>;

/** Who and where: read whole, and first. */
const WHOLE: readonly ReadType[] = [
  'Organization',
  'Location',
  'HealthcareService',
  'Practitioner',
  'PractitionerRole',
  'CareTeam',
  'Patient',
  // Nobody who left is to look, for a while, as if the source told of no episode of theirs.
  'EpisodeOfCare',
];

/** The parts of a first read that starts at `now`, in order. */
export function slicesOf(now: Date): Slice[] {
  const since = new Date(now.getTime() - RECENT_DAYS * 86_400_000).toISOString().slice(0, 10);
  const current: Parameters = {
    ...Object.fromEntries(WHOLE.map((type) => [type, {}])),
    CarePlan: { status: 'active' },
    // What was answered or tested lately may be about somebody's safety.
    Observation: { date: `ge${since}` },
    QuestionnaireResponse: { authored: `ge${since}` },
    Appointment: { date: `ge${since}` },
    Encounter: { date: `ge${since}` },
  };
  const parts = [
    ...READ_TYPES.flatMap((type) => {
      const parameters = current[type];
      return parameters ? [{ type, parameters, history: false }] : [];
    }),
    // Whole: what is read again is known by its version and counts once, and of what has no date at
    // all no search by dates would tell.
    ...historyOrder().map((type) => ({ type, parameters: {}, history: true })),
  ];
  return parts.map(({ type, parameters, history }) => ({
    name: `${type} ${history ? 'history' : 'current'}`,
    type,
    parameters: { ...parameters, _count: history ? PAGE_SIZE : FIRST_PAGE_SIZE },
    history,
  }));
}

/** The record of those in care comes before the years of sessions of those who left. */
function historyOrder(): ReadType[] {
  const sessions: readonly ReadType[] = ['Encounter', 'Appointment'];
  const rest = READ_TYPES.filter((type) => !WHOLE.includes(type) && !sessions.includes(type));
  return [...rest, ...sessions];
}
