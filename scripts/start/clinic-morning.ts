import { TZDate } from '@date-fns/tz';
import { getDay } from 'date-fns/getDay';
import { subDays } from 'date-fns/subDays';

const wednesday = 3;

/** 8:02 in New York on the most recent Wednesday: the demo opens on a working morning. */
export function clinicMorning(now: Date): Date {
  const today = new TZDate(now, 'America/New_York');
  const day = subDays(today, (getDay(today) - wednesday + 7) % 7);
  day.setHours(8, 2, 0, 0);
  return new Date(day.getTime());
}
