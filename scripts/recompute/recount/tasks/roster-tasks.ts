import type { Attendance } from '../attendance.ts';
import type { Asked } from './asked.ts';

const [minute, day] = [60_000, 86_400_000];

/** Sessions of the last month, begun half an hour ago or longer, of which somebody has no outcome. */
export function rosterTasks(sessions: readonly Attendance[], asOf: number): Asked[] {
  const recent = sessions
    .filter(({ walkIn, waitlisted }) => !walkIn && !waitlisted)
    .filter(({ start }) => start > asOf - 30 * day && start <= asOf - 30 * minute);
  // Bookings of one hour, service, place and practitioner are one session, of however many clients.
  const bySession = Map.groupBy(
    recent,
    ({ start, service, place, leader }) => `${start} ${service} ${place} ${leader?.reference}`,
  );
  return [...bySession.values()].flatMap((own) => {
    const open = own.filter(({ outcome }) => outcome === null);
    if (open.length === 0) return [];
    const end = Math.max(...own.map((one) => one.end));
    return [{ rule: `record-attendance, ${open.length} of ${own.length}`, dueAt: end + day }];
  });
}
