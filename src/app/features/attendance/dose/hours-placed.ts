import type { Dose } from '#domain/attendance/dose.contract';
import type { ChartColour } from '../../../ui/chart/chart-tokens';

/** Hours that came to one end, and how they are drawn. */
export interface HoursPart {
  word: string;
  /** Within a sentence. */
  said: string;
  minutes: (dose: Dose) => number;
  colour: ChartColour;
  fill: 'solid' | 'hatched';
}

/** What became of hours: what came about, what was lost, what is not known. */
export const HOURS_PARTS: readonly HoursPart[] = [
  {
    word: 'Recorded',
    said: 'recorded',
    minutes: ({ recordedMinutes }) => recordedMinutes,
    colour: 'attended',
    fill: 'solid',
  },
  {
    word: 'Assumed',
    said: 'assumed',
    minutes: ({ assumedMinutes }) => assumedMinutes,
    colour: 'late',
    fill: 'hatched',
  },
  {
    word: 'Lost by clients',
    said: 'lost by clients',
    minutes: ({ lostByClientsMinutes }) => lostByClientsMinutes,
    colour: 'noShow',
    fill: 'solid',
  },
  {
    word: 'Lost by us',
    said: 'lost by us',
    minutes: ({ lostByUsMinutes }) => lostByUsMinutes,
    colour: 'neutral',
    fill: 'solid',
  },
  {
    word: 'Not recorded',
    said: 'not recorded',
    minutes: ({ unrecordedMinutes }) => unrecordedMinutes,
    colour: 'unrecorded',
    fill: 'hatched',
  },
];

/** All hours that sessions account for, whatever became of them. */
export const placedMinutes = (dose: Dose): number =>
  HOURS_PARTS.reduce((total, { minutes }) => total + minutes(dose), 0);

/** Client-weeks whose prescribed hours nobody knows. */
export const weeksNotKnown = ({ levels }: Dose): number =>
  levels.reduce((total, { notKnown }) => total + notKnown, 0);

export const weeksKnown = ({ levels }: Dose): number =>
  levels.reduce((total, { weeks }) => total + weeks, 0);
