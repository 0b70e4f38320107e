import type { Duration, Encounter } from 'fhir/r4';
import type { SessionKind } from '#domain/attendance/session-kind';
import { codedKind } from './coded-kind.ts';
import { type Departure, departureOf } from './departure.ts';
import { refOf } from './reference.ts';
import { ENTERED_IN_ERROR, heldBack, type Ref, type Translation } from './translation.ts';

export interface EncounterFacts {
  client: Ref;
  appointments: Ref[];
  kind: SessionKind | null;
  serviceCode: string | null;
  practitioner: Ref | null;
  site: Ref | null;
  startedAt: number;
  endedAt: number | null;
  minutes: number | null;
  /** Where the client went, when the encounter is one of discharge. */
  departure: Departure | null;
}

const MINUTE = 60_000;
const TOOK_PLACE = ['arrived', 'triaged', 'in-progress', 'finished'];
const MINUTES_IN: Record<string, number> = { min: 1, h: 60, s: 1 / 60 };

/** A client's presence. One that is planned, on leave, cancelled or of unknown state proves nothing. */
export function translateEncounter(encounter: Encounter): Translation<EncounterFacts> {
  if (encounter.status === 'entered-in-error') return ENTERED_IN_ERROR;
  if (!TOOK_PLACE.includes(encounter.status)) return { setAside: 'Did not take place' };
  const client = refOf(encounter.subject, 'Patient');
  if (!client) return heldBack('Names no client', 'the presence is not counted');
  const startedAt = Date.parse(encounter.period?.start ?? '');
  if (Number.isNaN(startedAt)) return heldBack('Has no start time', 'the presence is not counted');
  const end = Date.parse(encounter.period?.end ?? '');
  const endedAt = Number.isNaN(end) ? null : end;
  if (endedAt !== null && endedAt < startedAt) {
    return heldBack('Ends before it starts', 'the presence and its hours are not counted');
  }
  const coded = codedKind(encounter.serviceType ? [encounter.serviceType] : []);
  return {
    use: {
      client,
      appointments: (encounter.appointment ?? []).flatMap(
        (named) => refOf(named, 'Appointment') ?? [],
      ),
      kind: coded?.kind ?? null,
      serviceCode: coded?.code ?? null,
      practitioner:
        (encounter.participant ?? [])
          .map(({ individual }) => refOf(individual, 'Practitioner'))
          .find(Boolean) ?? null,
      site: refOf(encounter.location?.[0]?.location, 'Location'),
      startedAt,
      endedAt,
      departure: departureOf(encounter),
      minutes:
        minutesOf(encounter.length) ??
        (endedAt === null ? null : Math.round((endedAt - startedAt) / MINUTE)),
    },
  };
}

function minutesOf(length: Duration | undefined): number | null {
  const factor = MINUTES_IN[length?.code ?? length?.unit ?? ''];
  return length?.value === undefined || !factor ? null : Math.round(length.value * factor);
}
