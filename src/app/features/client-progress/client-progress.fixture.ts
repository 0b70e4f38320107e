import type { CaseloadLine } from '#domain/caseload/caseload.contract';
import type { ClientMeasure, ClientScore } from '#domain/client-progress/client-measure.contract';
import type {
  ClientProgress,
  ClientSession,
} from '#domain/client-progress/client-progress.contract';
import type { ClientWay } from '#domain/client-progress/way.contract';

export const aSession = (about: Partial<ClientSession>): ClientSession => ({
  recordId: 'r',
  encounterId: null,
  startsAt: '2026-11-17T15:30:00Z',
  endsAt: '2026-11-17T18:30:00Z',
  service: 'Group B',
  kind: 'group',
  facilitator: 'Dana Flint',
  status: 'attended',
  walkIn: false,
  scheduledMinutes: 180,
  recordedMinutes: null,
  contradictory: false,
  outreach: null,
  ...about,
});

export const aScore = (
  day: string,
  total: number | null,
  about: Partial<ClientScore> = {},
): ClientScore => ({
  day,
  total,
  totalFrom: total === null ? null : 'stored',
  mismatch: false,
  subscales: {},
  answers: {},
  missing: [],
  recordIds: [`score-${day}`],
  review: null,
  ...about,
});

export const aMeasure = (instrument: string, ...scores: ClientScore[]): ClientMeasure => ({
  instrument,
  scores,
  change: null,
  dueOn: null,
});

/** Admitted on Monday 12 October 2026 for twelve weeks, in the sixth on 18 November. */
export const aWay: ClientWay = {
  episodeId: 'episode',
  requested: { on: '2026-10-01', recordId: 'request' },
  assessed: { on: '2026-10-08', recordId: 'assessment' },
  admittedOn: '2026-10-12',
  phases: [
    { number: 1, startsOn: '2026-10-12', endsOn: '2026-11-08', minutesPerWeek: 720 },
    { number: 2, startsOn: '2026-11-09', endsOn: '2026-12-06', minutesPerWeek: 600 },
    { number: 3, startsOn: '2026-12-07', endsOn: '2027-01-03', minutesPerWeek: null },
  ],
  holds: [],
  levels: [{ code: '2.1', edition: '4', from: '2026-10-12' }],
  minimumMinutes: 540,
  plannedEnd: '2027-01-03',
  endedOn: null,
  endReason: null,
  referrals: [],
  followUps: [
    { name: '72 h', on: '2027-01-06' },
    { name: '1 y', on: '2028-01-03' },
  ],
  usualStay: null,
};

/** A client of whom nothing is recorded but a name: every part of the page has its empty state. */
export const aClient: ClientProgress = {
  request: null,
  asOf: '2026-11-18T14:02:00Z',
  clientId: 'plum',
  familyName: 'Plum',
  givenName: 'Odette',
  recordNumber: 'TL-0401',
  age: 34,
  timeZone: 'America/Chicago',
  team: null,
  line: null,
  episodes: [],
  sessions: [],
  weeks: [],
  background: {
    diagnoses: [],
    answers: [],
    language: null,
    interpreterRequired: null,
    supportPeople: [],
    consents: [],
    authorization: null,
    notices: [],
  },
  way: aWay,
  measures: [],
  alliance: [],
  specimens: [],
  medication: { supplies: [], gaps: [], visits: [], naloxoneOn: null },
  plan: { goals: [], curriculum: [], nextPhase: null, levelReview: [], dimensions: [] },
};

export const aLine: CaseloadLine = {
  clientId: 'plum',
  episodeId: 'episode',
  inferred: false,
  familyName: 'Plum',
  givenName: 'Odette',
  recordNumber: null,
  counselor: null,
  site: null,
  timeZone: 'America/Chicago',
  program: null,
  track: null,
  level: null,
  phase: null,
  week: 6,
  plannedWeeks: null,
  onHold: false,
  hours: {
    delivered: 180,
    assumed: 0,
    booked: 360,
    unrecorded: 0,
    prescribed: 720,
    missing: 180,
  },
  strip: [],
  attendance: {
    value: null,
    numerator: 0,
    denominator: 0,
    excluded: 0,
    unrecorded: 0,
    interval: null,
    noInterval: null,
  },
  lastSeenAt: null,
  daysSinceSeen: 0,
  next: null,
  urgency: 'on-course',
  flags: [],
  missFacts: null,
};
