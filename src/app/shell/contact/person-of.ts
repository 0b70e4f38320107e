import { relationshipInWords } from '#domain/client-progress/relationship';
import type { SupportContact } from '#domain/outreach/contact.contract';
import { calendarDate } from '../../ui/clinic-time/clinic-time';

/** Somebody who stands by a client, as pages name them, and what the record says they may be told. */
export function personOf(
  { recordId, givenName, familyName, relationship, consent }: SupportContact,
  initialsOnly: boolean,
): { recordId: string; name: string; allowed: boolean; consent: string } {
  const words = relationship ? relationshipInWords(relationship) : 'a support person';
  return {
    recordId,
    // Names of support people go with the client's.
    name: initialsOnly ? words : `${givenName} ${familyName}, ${words}`,
    allowed: consent !== null,
    consent: consent
      ? `consent${consent.until ? ` to ${calendarDate(consent.until)}` : ', no end'}`
      : 'no consent recorded',
  };
}
