const ATTENDED = ['attended', 'attended-late', 'left-early'];

/** A client's place in a session, as far as its minutes go. */
export interface SessionMinutes {
  status: string;
  recordedMinutes: number | null;
  scheduledMinutes: number;
}

/** '170 of 180 min' when recorded; what is assumed says so; nothing where nothing was attended. */
export function minutesInWords(session: SessionMinutes): string {
  const { status, recordedMinutes, scheduledMinutes } = session;
  if (recordedMinutes !== null) return `${recordedMinutes} of ${scheduledMinutes} min`;
  if (areAssumed(session)) return `${scheduledMinutes} min assumed`;
  return status === 'walk-in' ? 'minutes not recorded' : '';
}

/** Attended by the source's word, without an encounter that says for how long. */
export const areAssumed = ({ status, recordedMinutes }: SessionMinutes): boolean =>
  recordedMinutes === null && ATTENDED.includes(status);
