import type { Level } from './level-design.ts';
import type { TimeZone } from './local-time.ts';

export interface Site {
  index: number;
  name: string;
  zone: TimeZone;
  /** Of The ASAM Criteria: sites change over at different times. */
  edition: '3' | '4';
  /** Share of the provider's clients. */
  share: number;
  line: string;
  city: string;
  state: string;
  postalCode: string;
}

export interface GroupSchedule {
  /** 0 is Monday. */
  weekdays: readonly number[];
  /** Minutes after local midnight. */
  startsAt: number;
}

export interface Unit {
  index: number;
  site: Site;
  name: string;
  level: Level;
  track: 'day' | 'evening';
  /** Share of the site's clients of this level. */
  share: number;
  schedules: readonly GroupSchedule[];
  /** Whether a meeting of a group is one booking with all its clients, not one for each. */
  bookedTogether: boolean;
}

export const SITES: readonly Site[] = [
  ['Harbor Street', 'America/New_York', '4', 0.38, '18 Harbor Street', 'New Haven', 'CT', '06511'],
  ['Millbrook', 'America/New_York', '4', 0.34, '240 Millbrook Road', 'Albany', 'NY', '12207'],
  ['Eastgate', 'America/Chicago', '3', 0.28, '77 Eastgate Plaza', 'Milwaukee', 'WI', '53202'],
].map(([name, zone, edition, share, line, city, state, postalCode], index) => {
  return { index, name, zone, edition, share, line, city, state, postalCode } as Site;
});

const MORNING = 9 * 60;
const LATE_MORNING = 10 * 60;
const AFTERNOON = 13 * 60;
const EVENING = 18 * 60;
const EARLY_EVENING = 17 * 60 + 30;

const EVERY_WEEKDAY = [0, 1, 2, 3, 4];
const MONDAY_TO_THURSDAY = [0, 1, 2, 3];
const WITH_FRIDAY = [0, 1, 3, 4];

const [harbor, millbrook, eastgate] = SITES;

const dayIop: GroupSchedule[] = [
  { weekdays: MONDAY_TO_THURSDAY, startsAt: MORNING },
  { weekdays: WITH_FRIDAY, startsAt: AFTERNOON },
  { weekdays: WITH_FRIDAY, startsAt: MORNING },
];

const units: Omit<Unit, 'index' | 'bookedTogether'>[] = [
  {
    site: harbor,
    name: 'Harbor Street Day Program',
    level: '2.5',
    track: 'day',
    share: 1,
    schedules: [{ weekdays: EVERY_WEEKDAY, startsAt: MORNING }],
  },
  {
    site: harbor,
    name: 'Harbor Street Day IOP',
    level: '2.1',
    track: 'day',
    share: 0.58,
    schedules: dayIop,
  },
  {
    site: harbor,
    name: 'Harbor Street Evening IOP',
    level: '2.1',
    track: 'evening',
    share: 0.42,
    schedules: [{ weekdays: MONDAY_TO_THURSDAY, startsAt: EVENING }],
  },
  {
    site: harbor,
    name: 'Harbor Street Evening Outpatient',
    level: '1.5',
    track: 'evening',
    share: 1,
    schedules: [
      { weekdays: [1, 3], startsAt: EVENING },
      { weekdays: [0, 2], startsAt: EVENING },
    ],
  },
  {
    site: millbrook,
    name: 'Millbrook Day IOP',
    level: '2.1',
    track: 'day',
    share: 0.5,
    schedules: dayIop,
  },
  {
    site: millbrook,
    name: 'Millbrook Evening IOP',
    level: '2.1',
    track: 'evening',
    share: 0.5,
    schedules: [{ weekdays: MONDAY_TO_THURSDAY, startsAt: EARLY_EVENING }],
  },
  {
    site: millbrook,
    name: 'Millbrook Evening Outpatient',
    level: '1.5',
    track: 'evening',
    share: 1,
    schedules: [
      { weekdays: [0, 2], startsAt: EARLY_EVENING },
      { weekdays: [1, 3], startsAt: EARLY_EVENING },
    ],
  },
  {
    site: eastgate,
    name: 'Eastgate Day Program',
    level: '2.5',
    track: 'day',
    share: 1,
    schedules: [{ weekdays: EVERY_WEEKDAY, startsAt: MORNING }],
  },
  {
    site: eastgate,
    name: 'Eastgate Day IOP',
    level: '2.1',
    track: 'day',
    share: 1,
    schedules: dayIop,
  },
  {
    site: eastgate,
    name: 'Eastgate Day Outpatient',
    level: '1.5',
    track: 'day',
    share: 1,
    schedules: [
      { weekdays: [1, 3], startsAt: AFTERNOON },
      { weekdays: [0, 2], startsAt: AFTERNOON },
    ],
  },
  {
    site: millbrook,
    name: 'Millbrook Recovery House',
    level: '3.1',
    track: 'day',
    share: 1,
    schedules: [{ weekdays: EVERY_WEEKDAY, startsAt: LATE_MORNING }],
  },
];

const BOOKED_TOGETHER = 'Eastgate Day Outpatient';

export const UNITS: readonly Unit[] = units.map((unit, index) => {
  return { index, ...unit, bookedTogether: unit.name === BOOKED_TOGETHER };
});

/** The programs where a client of this level could be placed, by site; some sites lack a level. */
export function unitsOf(level: Level, site?: Site): Unit[] {
  return UNITS.filter((unit) => unit.level === level && (!site || unit.site === site));
}
