import { localTime } from '#domain/calendar/calendar-day';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import { instrument } from '#domain/instruments/instruments';
import type { InstrumentId } from '#domain/instruments/instrument';
import { formatHours } from '../../ui/hours-bar/format-hours';

const LAST_WEEKS = 3;

/**
 * What the records say and which rule they meet, in a line: changes by an instrument's own rule, full
 * weeks below the level's hours, criteria on record. Never how a person is doing.
 */
export function clientFinding(client: ClientProgress): { lead: string; more: string } {
  const [lead, ...more] = [
    ...changes(client),
    ...belowLevel(client),
    ...thisWeek(client),
    ...criteria(client),
  ];
  return { lead: lead ?? '', more: more.join(' ') };
}

function changes({ measures }: ClientProgress): string[] {
  const said = measures.flatMap(({ instrument: id, scores, change }) => {
    const totals = scores.flatMap(({ total }) => (total === null ? [] : [total]));
    if (!change || change === 'no-reliable-change' || totals.length < 2) return [];
    return [`${instrument(id as InstrumentId).name} ${totals.at(-1)}, from ${totals[0]}`];
  });
  return said.length > 0 ? [`${said.join('; ')}: reliable change by rule.`] : [];
}

function belowLevel({ way, weeks, asOf, timeZone }: ClientProgress): string[] {
  const minimum = way?.minimumMinutes;
  if (!minimum || way.endedOn) return [];
  const { monday } = localTime(Date.parse(asOf), timeZone);
  // A week in which the episode began is not a full one.
  const full = weeks.filter((week) => week.monday < monday && week.monday >= way.admittedOn);
  const last = full.slice(-LAST_WEEKS);
  const below = last.filter(
    ({ deliveredMinutes, assumedMinutes }) => deliveredMinutes + assumedMinutes < minimum,
  ).length;
  if (below === 0) return [];
  const hours = formatHours(minimum).replace('.0', '');
  return [
    `Below ${hours} h in ${below} of the last ${last.length} full ${last.length === 1 ? 'week' : 'weeks'}.`,
  ];
}

const thisWeek = ({ line }: ClientProgress): string[] =>
  line?.flags.some(({ rule }) => rule === 'hours-short') && line.hours.missing
    ? [`${formatHours(line.hours.missing)} h short this week.`]
    : [];

function criteria({ plan }: ClientProgress): string[] {
  const next = plan.nextPhase;
  if (!next || next.criteria.length === 0) return [];
  const met = next.criteria.filter(({ state }) => state === 'met').length;
  const what = next.number === null ? 'discharge' : `phase ${next.number}`;
  return [`For ${what}, ${met} of ${next.criteria.length} criteria are met on record.`];
}
