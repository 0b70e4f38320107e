import type { ClientSession } from '#domain/client-progress/client-progress.contract';

const ATTENDED = ['attended', 'attended-late', 'left-early'];

/** '170 min' when recorded; what is assumed says so; nothing where nothing was attended. */
export function minutesInWords({
  status,
  recordedMinutes,
  scheduledMinutes,
}: Pick<ClientSession, 'status' | 'recordedMinutes' | 'scheduledMinutes'>): string {
  if (recordedMinutes !== null) return `${recordedMinutes} of ${scheduledMinutes} min`;
  return ATTENDED.includes(status) ? `${scheduledMinutes} min assumed` : '';
}
