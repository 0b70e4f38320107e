import type { RelatedPerson } from 'fhir/r4';
import { contactDetails } from '../model/background/contact-details.ts';
import { background } from '../model/background/background.ts';
import type { ClientTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { contactFields } from './contact-fields.ts';
import type { Recorded } from './recorded.ts';
import { toClient } from './reference.ts';
import { resourceId } from './resource-id.ts';

const ROLE = 'http://terminology.hl7.org/CodeSystem/v3-RoleCode';

/** Whom the client named as support. */
export function relatedPersons(
  { seed }: Clinic,
  { client, episodes }: ClientTimeline,
): Recorded<RelatedPerson>[] {
  const { support } = background(seed, client);
  if (!support) return [];
  const { given, family, gender, relationship } = support;
  const id = supportId(client);
  const { site } = episodes[0].placement.group.unit;
  return [
    {
      id,
      at: [episodes[0].admittedAt + 10 * 60_000],
      render: () => ({
        resourceType: 'RelatedPerson',
        id,
        active: true,
        patient: toClient(client),
        relationship: [{ coding: [{ system: ROLE, code: relationship }] }],
        name: [{ family, given: [given] }],
        gender,
        ...contactFields({ ...contactDetails(seed, ['support', client], site), line: null }, site),
      }),
    },
  ];
}

export function supportId(client: number): string {
  return resourceId.clinical('support', client, '1');
}
