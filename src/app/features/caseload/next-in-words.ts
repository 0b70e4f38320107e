import type { CaseloadLine } from '#domain/caseload/caseload.contract';
import { clinicDay, clinicTime } from '../../ui/clinic-time/clinic-time';
import { shortService } from './short-service';

/** Letters that the column has room for: the time is needed more than the service. */
const ROOM = 24;

interface NextInWords {
  when: string;
  service: string;
  inFull: string;
}

/** '5:30 pm Group D' today, 'Thu 9:30 am Individual' this week. */
export function nextInWords(
  { startsAt, service }: NonNullable<CaseloadLine['next']>,
  timeZone: string,
  asOf: string,
): NextInWords {
  const day = clinicDay(startsAt, timeZone, asOf);
  const time = clinicTime(startsAt, timeZone);
  const when = day === clinicDay(asOf, timeZone, asOf) ? time : `${day} ${time}`;
  const short = shortService(service);
  const fits = when.length + 1 + short.length <= ROOM;
  return { when, service: fits ? short : '', inFull: `${when}, ${service}` };
}
