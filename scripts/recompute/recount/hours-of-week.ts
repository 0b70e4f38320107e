import type { ComparedValues } from '../compared-values.ts';
import type { Attendance } from './attendance.ts';

const present = ['attended', 'attended-late', 'left-early', 'walk-in'];
const withoutOutcome = ['awaiting-record', 'unrecorded'];

/** In minutes: recorded, assumed, still to come, past without an outcome; and what is missing. */
export function hoursOfWeek(
  week: readonly (Attendance & { status: string })[],
  prescribed: number | null,
  asOf: number,
): ComparedValues {
  const total = { delivered: 0, assumed: 0, booked: 0, unrecorded: 0 };
  for (const { status, recordedMinutes, scheduledMinutes, end } of week) {
    const wasThere = present.includes(status);
    if (wasThere && recordedMinutes !== null) total.delivered += recordedMinutes;
    else if (wasThere && end <= asOf) total.assumed += scheduledMinutes;
    else if (wasThere || status === 'scheduled') total.booked += scheduledMinutes;
    else if (withoutOutcome.includes(status)) total.unrecorded += scheduledMinutes;
  }
  const known = total.delivered + total.assumed + total.booked + total.unrecorded;
  return {
    'hours.delivered': total.delivered,
    'hours.assumed': total.assumed,
    'hours.booked': total.booked,
    'hours.unrecorded': total.unrecorded,
    'hours.prescribed': prescribed,
    'hours.missing': prescribed === null ? null : Math.max(0, prescribed - known),
  };
}
