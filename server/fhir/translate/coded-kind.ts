import type { CodeableConcept } from 'fhir/r4';
import { sessionKindOf, type SessionKind } from '#domain/attendance/session-kind';

/** The first coding that stands for a kind of session, with its code; by code, never by display. */
export function codedKind(
  concepts: readonly CodeableConcept[] | undefined,
): { code: string; kind: SessionKind } | null {
  for (const { system, code } of (concepts ?? []).flatMap(({ coding }) => coding ?? [])) {
    const kind = system && code ? sessionKindOf(system, code) : null;
    if (kind && code) return { code, kind };
  }
  return null;
}
