import type { Setting, SettingId } from '../setting.ts';

/** When, and how often, somebody tries to reach a client. */
export const CONTACT = {
  callFromHour: {
    subject: 'contact',
    name: 'Calls begin',
    sentence: 'Clients are called from {value} on, on the clock of their site.',
    unit: 'hour',
    least: 6,
    most: 12,
    source: 'Program default; 47 CFR 64.1200(c)(1) has 8 am for calls that sell',
    affects: 'What stands beside the clock where a contact is logged; nothing is refused',
    forAllBecause: 'Whoever reaches out may do so for several programs',
    isDerivedBy: false,
  },
  callToHour: {
    subject: 'contact',
    name: 'Calls end',
    sentence: 'Nobody is called from {value} on.',
    unit: 'hour',
    least: 13,
    most: 23,
    source: 'Program default; 47 CFR 64.1200(c)(1) has 9 pm for calls that sell',
    affects: 'What stands beside the clock where a contact is logged; nothing is refused',
    forAllBecause: 'Whoever reaches out may do so for several programs',
    isDerivedBy: false,
  },
  mostAttemptsADay: {
    subject: 'contact',
    name: 'Attempts a day',
    sentence: 'A client is tried {value} a day at most.',
    unit: 'times',
    least: 1,
    most: 10,
    source: 'Program default',
    affects: 'What stands beside the clock where a contact is logged; nothing is refused',
    forAllBecause: 'Whoever reaches out may do so for several programs',
    isDerivedBy: false,
  },
} satisfies Partial<Record<SettingId, Setting>>;
