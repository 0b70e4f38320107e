import type { CaseloadLine } from '#domain/caseload/caseload.contract';

/** A client on course, for specs: each names only what it is about. */
export function aCaseloadLine(about: Partial<CaseloadLine>): CaseloadLine {
  return {
    clientId: 'client',
    episodeId: 'episode',
    inferred: false,
    familyName: 'Client',
    givenName: 'A',
    recordNumber: 'TL-0400',
    counselor: { id: 'dana', name: 'Dana Flint' },
    site: 'Harbor Street',
    timeZone: 'America/Chicago',
    program: 'Day IOP',
    track: 'day',
    level: { code: '2.1', edition: '4' },
    phase: { number: 2, of: 3 },
    week: 6,
    plannedWeeks: 12,
    onHold: false,
    hours: {
      delivered: 360,
      assumed: 0,
      booked: 360,
      unrecorded: 0,
      prescribed: 720,
      missing: 0,
    },
    strip: [{ monday: '2026-11-16', marks: ['attended', 'scheduled'] }],
    attendance: {
      value: 12 / 14,
      numerator: 12,
      denominator: 14,
      excluded: 0,
      unrecorded: 0,
      interval: null,
      noInterval: null,
    },
    lastSeenAt: '2026-11-17T15:00:00Z',
    daysSinceSeen: 1,
    next: { startsAt: '2026-11-18T15:30:00Z', service: 'Group B' },
    urgency: 'on-course',
    flags: [],
    missFacts: null,
    ...about,
  };
}
