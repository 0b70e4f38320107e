/** A booking of one client, as far as a presence may belong to it. Instants in milliseconds. */
export interface Bookable {
  clientId: string;
  recordId: string;
  startsAt: number;
  /** How far from its start a presence that names no appointment may begin: by the rules of its day. */
  withinMinutes: number;
  /** The service's code, or the kind of session where it has none. */
  service: string;
  facilitatorId: string | null;
  siteId: string | null;
  /** Decides between two that are as near: the source's own key, the same wherever it is read. */
  sourceKey: string;
}

/** A client's presence as an encounter states it. */
export interface Present {
  id: string;
  clientId: string;
  appointmentIds: readonly string[];
  /** It names no appointment, or none that stands. */
  isFree: boolean;
  startedAt: number;
  service: string | null;
  practitionerId: string | null;
  siteId: string | null;
  sourceKey: string;
}

/**
 * Which presence proves each booking. One that names appointments belongs to those. A free one
 * belongs to the nearest booking of the same client and service, with the same practitioner or site,
 * that starts near enough to it and that no other presence proves: nobody is in two sessions at
 * once. The nearest pair is brought together first, so that the order of arrival decides nothing.
 *
 * Takes all bookings and presences that may belong together; returns presences by booking.
 */
export function matchPresences<B extends Bookable, P extends Present>(
  bookings: readonly B[],
  presences: readonly P[],
): Map<B, P> {
  const matches = new Map<B, P>();
  const naming = namingEach(presences);
  const free = Map.groupBy(
    presences.filter(({ isFree }) => isFree),
    ({ clientId }) => clientId,
  );
  const pairs: Pair<B, P>[] = [];
  for (const booking of bookings) {
    const own = naming.get(bookedBy(booking.clientId, booking.recordId)) ?? [];
    const [proof] = own.map((presence) => pairOf(booking, presence)).sort(nearestFirst);
    if (proof) matches.set(booking, proof.presence);
    else
      for (const presence of free.get(booking.clientId) ?? [])
        if (mayBelong(presence, booking)) pairs.push(pairOf(booking, presence));
  }
  const taken = new Set<P>();
  for (const { booking, presence } of pairs.sort(nearestFirst)) {
    if (matches.has(booking) || taken.has(presence)) continue;
    matches.set(booking, presence);
    taken.add(presence);
  }
  return matches;
}

/** The presences that name each booking, by `bookedBy`. */
function namingEach<P extends Present>(presences: readonly P[]): Map<string, P[]> {
  const naming = new Map<string, P[]>();
  for (const presence of presences) {
    for (const recordId of new Set(presence.appointmentIds)) {
      const key = bookedBy(presence.clientId, recordId);
      const others = naming.get(key);
      if (others) others.push(presence);
      else naming.set(key, [presence]);
    }
  }
  return naming;
}

const bookedBy = (clientId: string, recordId: string): string => `${clientId} ${recordId}`;

interface Pair<B, P> {
  booking: B;
  presence: P;
  apart: number;
}

const pairOf = <B extends Bookable, P extends Present>(booking: B, presence: P): Pair<B, P> => ({
  booking,
  presence,
  apart: Math.abs(presence.startedAt - booking.startsAt),
});

const nearestFirst = (a: Pair<Bookable, Present>, b: Pair<Bookable, Present>): number =>
  a.apart - b.apart ||
  inOrder(a.booking.sourceKey, b.booking.sourceKey) ||
  inOrder(a.presence.sourceKey, b.presence.sourceKey);

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const mayBelong = (presence: Present, booking: Bookable): boolean =>
  Math.abs(presence.startedAt - booking.startsAt) <= booking.withinMinutes * 60_000 &&
  presence.service === booking.service &&
  ((presence.practitionerId !== null && presence.practitionerId === booking.facilitatorId) ||
    (presence.siteId !== null && presence.siteId === booking.siteId));
