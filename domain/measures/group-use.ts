import { rateOf } from '../attendance/attendance-counts.ts';
import type { FormulaMeasure } from './measure.ts';

export const GROUP_FILL: FormulaMeasure<typeof shareOfCapacity> = {
  id: 'group-fill',
  name: 'Group fill',
  sentence: 'Clients present in a group, of the places it has.',
  numerator: 'Present at its sessions',
  denominator: 'Places of the group',
  leftOut: 'Groups whose capacity is not known; who walked in, since nothing says to which group',
  unit: 'share',
  countedIn: 'clients',
  direction: 'neither',
  standard: 'Program default: present ÷ capacity',
  interval: 'none',
  subject: { words: 'Group fill', plural: false },
  formula: shareOfCapacity,
};

export const ENROLMENT: FormulaMeasure<typeof shareOfCapacity> = {
  id: 'enrolment',
  name: 'Enrolment',
  sentence: 'Clients enrolled in a group, of the places it has.',
  numerator: 'Enrolled on the date',
  denominator: 'Places of the group',
  leftOut: 'Groups whose capacity is not known',
  unit: 'share',
  countedIn: 'clients',
  direction: 'neither',
  standard: 'Program default: enrolled ÷ capacity',
  isOfTheMoment: true,
  interval: 'none',
  subject: { words: 'Enrolment', plural: false },
  formula: shareOfCapacity,
};

/** May exceed 1 in a group that is too full; `null` where the capacity is not known. */
function shareOfCapacity(clients: number, capacity: number | null): number | null {
  return rateOf({ numerator: clients, denominator: capacity ?? 0 });
}
