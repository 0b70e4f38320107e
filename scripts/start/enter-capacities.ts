import { randomUUID } from 'node:crypto';
import { SignedIn } from '../recompute/answered/signed-in.ts';

/** Of a simulated group, which has 8 to 12 seats, and of a counselor. */
const PLACES = 12;
const CLIENTS = 24;
const DAYS_BACK = 180;

interface Settings {
  today: string;
  entries: { setting: string }[];
}
interface Groups {
  groups: { id: string; capacity: number | null }[];
}

/**
 * How many there is room for is in no scheduling system: an administrator and a director enter it, and here
 * it is entered for them, once, so that the demo's clinic can say who is over capacity and where room is.
 */
export async function enterCapacities(server: string): Promise<void> {
  const admin = await SignedIn.as(server, 'admin');
  const { today, entries } = await admin.get<Settings>('/api/settings');
  const since = new Date(Date.parse(today) - DAYS_BACK * 86_400_000).toISOString().slice(0, 10);
  if (!entries.some(({ setting }) => setting === 'caseloadCapacity'))
    await admin.post('/api/settings/values', {
      ...{ id: randomUUID(), setting: 'caseloadCapacity', value: CLIENTS },
      ...{ programId: null, payer: null, effectiveOn: since, basedOn: 0 },
    });
  const director = await SignedIn.as(server, 'director');
  const { groups } = await director.get<Groups>('/api/attendance/groups');
  for (const { id, capacity } of groups)
    if (capacity === null)
      await director.put(`/api/attendance/groups/${id}/capacity`, { since, capacity: PLACES });
}
