import type { EpisodeOfCare } from 'fhir/r4';
import { daysBetween } from './site-calendar.ts';

/** As the source tells it; or, with the day of the last contact, as its client's sessions do. */
export interface KnownEpisode extends EpisodeOfCare {
  lastContact?: string;
}

/** Of somebody who is or was in treatment. */
export const admittedStatuses: readonly string[] = ['active', 'onhold', 'finished'];
const neverBegan = ['entered-in-error', 'cancelled'];

export const hasBegun = ({ status, period }: EpisodeOfCare): boolean =>
  !neverBegan.includes(status) && period?.start !== undefined;

/** After so many days without contact an administrative discharge is reviewed (state manuals). */
export const daysWithoutContact = 30;

/** Whether contact was lost: of one that the source tells of, it tells the end as well. */
export const isOutOfContact = ({ lastContact }: KnownEpisode, day: string): boolean =>
  lastContact !== undefined && daysBetween(lastContact, day) >= daysWithoutContact;
