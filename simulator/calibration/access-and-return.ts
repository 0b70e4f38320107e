import { asking } from '../model/asking.ts';
import { DAY_MS } from '../model/calendar-day.ts';
import type { ClientTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { endsAsPlanned } from '../model/course.ts';
import { aftercare } from '../model/leaving/aftercare.ts';
import { utcDay } from '../model/calendar-day.ts';
import type { Comparison } from './comparison.ts';
import { median, share } from './middle.ts';

const LOVELAND = 'Loveland 2014';
const REIF = 'Reif 2017, after inpatient or detox';

/** How people come in, how many are lost on the way, where they go on, and who comes back. */
export function accessComparisons(
  clinic: Clinic,
  clients: readonly ClientTimeline[],
): Comparison[] {
  const first = clients.flatMap(({ episodes: [stay] }) =>
    stay.intake ? [{ ...stay.intake, startDay: stay.placement.startDay }] : [],
  );
  const lost = clients.flatMap((client) =>
    asking(clinic, client.episodes[0].placement, client.requestedAt),
  );
  const early = lost.filter(({ ended }) => ended === 'no-assessment').length;
  const asked = clients.length + lost.length;
  const stays = clients.flatMap(({ episodes }) => episodes);
  const planned = stays.filter(
    ({ placement: { step, next } }) => endsAsPlanned(step.reason) && next?.entry !== 'step-down',
  );
  const left = stays.filter(({ placement: { next } }) => next?.entry !== 'step-down');
  return [
    {
      quantity: 'Request to assessment, median',
      simulated: median(
        first.map(({ requestedAt, assessment }) =>
          Math.round((assessment.start - requestedAt) / DAY_MS),
        ),
      ),
      published: 6,
      unit: 'days',
      source: LOVELAND,
    },
    {
      quantity: 'Assessment to first day, median',
      simulated: median(first.map(({ startDay, assessment }) => startDay - assessment.day)),
      published: 8,
      unit: 'days',
      source: LOVELAND,
    },
    row('Lost before the assessment', early / asked, 0.45, LOVELAND),
    row(
      'Of the rest, lost before enrolment',
      (lost.length - early) / (asked - early),
      0.32,
      LOVELAND,
    ),
    row(
      'Gone before day 30',
      share(clients, ({ episodes }) => stayTogether(episodes) < 30),
      0.37,
      LOVELAND,
    ),
    row(
      'First aftercare appointment kept within 14 days',
      share(planned, (stay) => {
        const next = aftercare(clinic, stay)?.appointment;
        return Boolean(next?.kept) && utcDay(next!.start) - stay.placement.endDay <= 14;
      }),
      0.32,
      REIF,
    ),
    row(
      'Back within 90 days',
      share(left, ({ placement: { next } }) => next !== null && next.gapDays <= 90),
      0.29,
      REIF,
    ),
  ];
}

/** Days from admission to the end of the stay, steps down included. */
function stayTogether(episodes: ClientTimeline['episodes']): number {
  const end = episodes.findIndex(({ placement: { next } }) => next?.entry !== 'step-down');
  const last = episodes[end === -1 ? episodes.length - 1 : end];
  return last.placement.endDay - episodes[0].placement.startDay;
}

function row(quantity: string, simulated: number, published: number, source: string): Comparison {
  return { quantity, simulated, published, unit: 'share', source };
}
