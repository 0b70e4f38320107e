import { DISCHARGE_REASONS } from '../episode/discharge-reason.ts';
import { type CameOfIt, CAME_OF_IT } from './came-of-it.ts';
import type { FlowStop } from './flow-stops.ts';

export const CAME_WORDS: Record<CameOfIt, string> = {
  kept: 'Kept within 30 days',
  booked: 'Booked, not kept',
  none: 'None within 30 days',
  'not-known': 'Not recorded',
  'too-soon': '30 days not over',
  died: 'Died',
};

/** What a stop is: 'Level 2.1', 'Completed', 'Riverbend Counseling', 'Kept within 30 days'. */
export function stopInWords(stop: FlowStop): string {
  const space = stop.indexOf(' ');
  const [kind, value] = space === -1 ? [stop, ''] : [stop.slice(0, space), stop.slice(space + 1)];
  switch (kind) {
    case 'level':
      return value ? `Level ${value}` : 'Level not known';
    case 'reason':
      return reasonInWords(Number(value));
    case 'to':
      return value;
    case 'no-referral':
      return 'No referral';
    case 'to-not-recorded':
      return 'Destination not recorded';
    case 'to-others':
      return 'Other destinations';
    default: {
      const came = CAME_OF_IT.find((one) => one === value);
      return came ? CAME_WORDS[came] : stop;
    }
  }
}

function reasonInWords(reason: number): string {
  const word: string | undefined = DISCHARGE_REASONS[reason as keyof typeof DISCHARGE_REASONS];
  return word ? word.charAt(0).toUpperCase() + word.slice(1) : 'Reason not recorded';
}
