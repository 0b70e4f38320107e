import type { Coverage } from 'fhir/r4';
import { background } from '../model/background/background.ts';
import { isoDate } from '../model/calendar-day.ts';
import type { ClientTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import type { Recorded } from './recorded.ts';
import { toClient } from './reference.ts';
import { resourceId } from './resource-id.ts';

/** Who pays; none for those who pay themselves. */
export function coverages(
  { seed }: Clinic,
  { client, requestedAt, episodes }: ClientTimeline,
): Recorded<Coverage>[] {
  const { payer } = background(seed, client);
  if (!payer) return [];
  const id = coverageId(client);
  const { startDay } = episodes[0].placement;
  return [
    {
      id,
      at: [requestedAt + 20 * 60_000],
      render: () => ({
        resourceType: 'Coverage',
        id,
        status: 'active',
        beneficiary: toClient(client),
        period: { start: isoDate(startDay - 90) },
        payor: [{ display: payer }],
      }),
    },
  ];
}

export function coverageId(client: number): string {
  return resourceId.clinical('cov', client, '1');
}
