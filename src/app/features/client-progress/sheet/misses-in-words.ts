import { localTime } from '#domain/calendar/calendar-day';
import type { ClientSession } from '#domain/client-progress/client-progress.contract';
import { calendarDay } from '../../../ui/clinic-time/clinic-time';

/** What the last misses have room for. */
const MOST = 6;

const FOLLOWED = {
  reached: 'reached after',
  attempted: 'attempted, not reached',
  none: 'no outreach',
};

/** 'no outreach: 12 Nov, 29 Oct; reached after, childcare: 3 Nov': the last misses by what followed them. */
export function missesInWords(sessions: readonly ClientSession[], timeZone: string): string {
  const missed = sessions.flatMap(({ startsAt, outreach }) => {
    if (!outreach) return [];
    const followed = [FOLLOWED[outreach.result], outreach.barrier].filter(Boolean).join(', ');
    return [{ day: localTime(Date.parse(startsAt), timeZone).day, followed }];
  });
  const words = [...Map.groupBy(missed.slice(0, MOST), ({ followed }) => followed)].map(
    ([followed, of]) => `${followed}: ${of.map(({ day }) => calendarDay(day)).join(', ')}`,
  );
  const more = missed.length - MOST;
  return [...words, ...(more > 0 ? [`+${more} earlier`] : [])].join('; ');
}
