import { addDays, daysBetween, type Day } from '#domain/calendar/calendar-day';
import type { ClientWay } from '#domain/client-progress/way.contract';
import { clinicDate } from '../../../ui/clinic-time/clinic-time';
import { formatHours } from '../../../ui/hours-bar/format-hours';

export interface WayRow {
  on: Day;
  when: string;
  what: string;
  more: string;
  recordId: string | null;
}

/** Everything on the way in order, as the table says it. */
export function wayRows(way: ClientWay, asOf: string): WayRow[] {
  const row = (on: Day, what: string, more = '', recordId: string | null = null): WayRow => ({
    on,
    when: clinicDate(`${on}T12:00:00Z`, 'UTC', asOf),
    what,
    more,
    recordId,
  });
  const { requested, assessed, admittedOn, plannedEnd, endedOn } = way;
  return [
    ...(requested ? [row(requested.on, 'Request', '', requested.recordId)] : []),
    ...(assessed ? [row(assessed.on, 'Assessment', '', assessed.recordId)] : []),
    row(admittedOn, 'Admission', levelWords(way.levels[0]), way.episodeId),
    ...way.levels.slice(1).map((level) => row(level.from, 'Level of care', levelWords(level))),
    ...way.phases.map(({ number, startsOn, endsOn, minutesPerWeek }) =>
      row(
        startsOn,
        `Phase ${number}`,
        `to ${clinicDate(`${endsOn}T12:00:00Z`, 'UTC', asOf)}, ${
          minutesPerWeek === null ? 'hours not known' : `${formatHours(minutesPerWeek)} h a week`
        }`,
      ),
    ),
    ...way.holds.flatMap(({ startsOn, endsOn, words, recordId }) => [
      row(startsOn, words ?? 'On hold', endsOn ? '' : 'end unknown', recordId),
      ...(endsOn ? [row(endsOn, 'Back from hold', '', recordId)] : []),
    ]),
    ...(plannedEnd ? [row(plannedEnd, 'Planned discharge')] : []),
    ...(endedOn ? [row(endedOn, 'Discharge', way.endReason ?? 'reason not recorded')] : []),
    ...way.referrals.flatMap(({ sentOn, to, step, appointment, recordId }) => [
      ...(sentOn
        ? [row(sentOn, `Referral to ${to ?? 'a place not named'}`, step ?? '', recordId)]
        : []),
      ...(appointment
        ? [
            row(
              appointment.on,
              `Appointment at ${to ?? 'a place not named'}`,
              appointment.outcome ?? 'booked',
              appointment.recordId,
            ),
          ]
        : []),
    ]),
    ...way.followUps.map(({ name, on }) => row(on, `Follow-up, ${name}`)),
  ].sort((a, b) => a.on.localeCompare(b.on));
}

const levelWords = (level: ClientWay['levels'][number] | undefined): string =>
  level ? `level ${level.code}${level.edition ? `, ASAM ed. ${level.edition}` : ''}` : '';

/** The figure of the way: which week of how many, and how long others stayed. */
export function wayFigure(way: ClientWay, today: Day): { value: string; lines: string[] } {
  const { admittedOn, endedOn, plannedEnd, usualStay } = way;
  const last = endedOn ? addDays(endedOn, -1) : today;
  const days = daysBetween(admittedOn, last) + 1;
  const planned = plannedEnd ? daysBetween(admittedOn, plannedEnd) + 1 : null;
  return {
    value: endedOn ? `${days} days` : `Week ${Math.ceil(days / 7)}`,
    lines: [
      endedOn
        ? (way.endReason ?? 'reason not recorded')
        : planned === null
          ? `day ${days}, end not planned`
          : `of ${Math.ceil(planned / 7)}, day ${days} of ${planned}`,
      ...(usualStay
        ? [`usual stay ${usualStay.from}–${usualStay.to} days, n ${usualStay.episodes}`]
        : []),
    ],
  };
}
