import type { Setting, SettingId } from '../setting.ts';

/** How many there is room for. */
export const CAPACITY = {
  caseloadCapacity: {
    subject: 'capacity',
    name: 'Clients of a counselor',
    sentence: 'A counselor has a capacity of {value} at a time.',
    unit: 'clients',
    least: 1,
    most: 200,
    source: 'Program default: none, until the organization says',
    affects: 'Active clients against capacity in the overview of caseloads',
    forAllBecause: 'A counselor may have clients of several programs',
    isDerivedBy: false,
  },
} satisfies Partial<Record<SettingId, Setting>>;
