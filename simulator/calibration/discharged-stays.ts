import { Census } from '../model/census.ts';
import type { ClientTimeline, EpisodeTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { timeline } from '../model/timeline.ts';

/** Everybody admitted by the day, with all that is known of their stays. */
export function clientsBy(clinic: Clinic, day: number): ClientTimeline[] {
  const census = new Census(clinic);
  census.extendTo(day);
  return Array.from({ length: census.clientCount }, (_, client) => census.placementsOf(client))
    .filter(({ length }) => length > 0)
    .map((own) => timeline(clinic, own));
}

/** Stays in intensive outpatient treatment, each followed to its end. */
export function intensiveStays(clients: readonly ClientTimeline[]): EpisodeTimeline[] {
  return clients
    .flatMap(({ episodes }) => episodes)
    .filter(({ placement }) => placement.step.level === '2.1');
}
