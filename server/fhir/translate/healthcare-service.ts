import type { HealthcareService } from 'fhir/r4';
import type { SessionKind } from '#domain/attendance/session-kind';
import { codedKind } from './coded-kind.ts';
import { refOf } from './reference.ts';
import type { Ref, Translation } from './translation.ts';

export interface OfferFacts {
  name: string;
  unit: Ref | null;
  site: Ref | null;
  /** A kind of session (a group, individual counseling); `null` for a program. */
  kind: SessionKind | null;
  track: 'day' | 'evening' | null;
}

/** From 3 pm on a program is an evening one. */
const EVENING = '15:00';

/** What is offered: a program with its track, or, where a session's code says so, a kind of session. */
export function translateHealthcareService(service: HealthcareService): Translation<OfferFacts> {
  const starts = (service.availableTime ?? []).flatMap(
    ({ availableStartTime }) => availableStartTime ?? [],
  );
  return {
    use: {
      name: service.name ?? 'Unnamed service',
      unit: refOf(service.providedBy, 'Organization'),
      site: refOf(service.location?.[0], 'Location'),
      kind: codedKind(service.type)?.kind ?? null,
      track: trackOf(starts),
    },
  };
}

function trackOf(starts: readonly string[]): 'day' | 'evening' | null {
  if (starts.length === 0) return null;
  if (starts.every((start) => start >= EVENING)) return 'evening';
  return starts.every((start) => start < EVENING) ? 'day' : null;
}
