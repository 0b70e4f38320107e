import type { CaseloadBrief } from '#domain/caseload/brief.contract';

const plum = { clientId: 'plum', familyName: 'Plum', givenName: 'Odette' };
const hours = { delivered: 360, assumed: 60, booked: 240, unrecorded: 0 };

/** A brief with something of everything, for specs: each names only what it is about. */
export const aBrief: CaseloadBrief = {
  asOf: '2026-11-18T14:02:00Z',
  since: '2026-11-17T22:00:00Z',
  timeZone: 'America/Chicago',
  news: [
    { kind: 'missed', count: 1, note: '', clients: [{ ...plum, detail: '' }] },
    { kind: 'scores', count: 2, note: '1 worse', clients: [{ ...plum, detail: '2' }] },
  ],
  hours: {
    clients: 2,
    onHold: 1,
    notPrescribed: 0,
    hours: { ...hours, prescribed: 1020, missing: 360 },
    short: [
      {
        ...plum,
        hours: { ...hours, prescribed: 1020, missing: 360 },
        levelMinimum: 540,
        payerDays: 1,
        payerDayMinutes: 180,
        payer: null,
        schedule: 'Works days; evenings only',
        makeUp: [
          {
            sessionId: 'thursday',
            service: 'Group D',
            startsAt: '2026-11-19T23:30:00Z',
            endsAt: '2026-11-20T02:30:00Z',
            left: 2,
          },
          {
            sessionId: 'friday',
            service: 'Group E',
            startsAt: '2026-11-20T23:30:00Z',
            endsAt: '2026-11-21T02:30:00Z',
            left: null,
          },
        ],
      },
    ],
  },
  today: [
    {
      sessionId: 'group',
      startsAt: '2026-11-18T13:30:00Z',
      endsAt: '2026-11-18T16:30:00Z',
      service: 'Group B',
      kind: 'group',
      client: null,
      expected: 9,
      arrived: 7,
      arrivedAt: null,
      telehealth: false,
      unmarked: true,
    },
    {
      sessionId: 'visit',
      startsAt: '2026-11-18T21:30:00Z',
      endsAt: '2026-11-18T22:20:00Z',
      service: 'Individual counseling',
      kind: 'individual',
      client: plum,
      expected: 1,
      arrived: 1,
      arrivedAt: '2026-11-18T13:58:00Z',
      telehealth: true,
      unmarked: false,
    },
  ],
  toDo: {
    open: 3,
    tasks: [
      {
        key: 'outreach a1',
        rule: 'outreach',
        client: { id: 'plum', familyName: 'Plum', givenName: 'Odette' },
        what: 'Outreach after a miss',
        evidence: 'No-show Tue 17 Nov',
        dueAt: '2026-11-17T21:30:00Z',
        dueOn: '2026-11-17',
        byTheHour: true,
        timeZone: 'America/Chicago',
        overdue: true,
        owner: null,
        covering: null,
        recordIds: ['a1'],
        sessionId: null,
        closed: null,
      },
    ],
  },
};
