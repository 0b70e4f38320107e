import type { OnwardPlace } from '../model/leaving/onward-place.ts';
import type { Placement } from '../model/placement.ts';
import type { Site, Unit } from '../model/program-map.ts';
import type { StaffMember, Team } from '../model/staff-member.ts';
import type { TherapyGroup } from '../model/therapy-group.ts';

/** The first part of the ids of what a clinical record has beside sessions and plans. */
export type ClinicalKind =
  | 'auth'
  | 'cond'
  | 'consent'
  | 'cov'
  | 'flag'
  | 'goal'
  | 'obs'
  | 'qr'
  | 'req'
  | 'rx'
  | 'support'
  | 'task';

/** The ids of all resources: opaque to a reader, the same on every start. */
export const resourceId = {
  provider: 'org-provider',
  unit: ({ index }: Unit) => `org-unit-${index + 1}`,
  onward: ({ key }: OnwardPlace) => `org-${key}`,
  site: ({ index }: Site) => `site-${index + 1}`,
  program: ({ index }: Unit) => `service-program-${index + 1}`,
  individual: ({ index }: Unit) => `service-individual-${index + 1}`,
  family: ({ index }: Unit) => `service-family-${index + 1}`,
  group: ({ index }: TherapyGroup) => `service-group-${index + 1}`,
  staff: ({ index }: StaffMember) => `staff-${index + 1}`,
  role: ({ index }: StaffMember) => `role-${index + 1}`,
  team: ({ index }: Team) => `team-${index + 1}`,
  client: (client: number) => `client-${client.toString(36)}`,
  episode: ({ client, ordinal }: Placement) => `episode-${client.toString(36)}-${ordinal + 1}`,
  carePlan: ({ client, ordinal }: Placement) => `plan-${client.toString(36)}-${ordinal + 1}`,
  appointment: (client: number, session: string) => `appt-${client.toString(36)}-${session}`,
  encounter: (client: number, session: string) => `enc-${client.toString(36)}-${session}`,
  person: (client: number, key: string) => `client-${client.toString(36)}-${key}`,
  clinical: (kind: ClinicalKind, client: number, key: string) =>
    `${kind}-${client.toString(36)}-${key}`,
} as const;

const CLIENT_ID =
  /^(?:client|episode|plan|appt|enc|auth|cond|consent|cov|flag|goal|obs|qr|req|rx|support|task)-([0-9a-z]{1,6})(-[qd]\d)?(?:-|$)/;

/** The client an id belongs to; null when it is not a client's resource. */
export function clientOfId(id: string): number | null {
  const found = CLIENT_ID.exec(id);
  return found ? parseInt(found[1], 36) : null;
}

/** What is the same in the ids of all resources of one person. */
export function personOfId(id: string): string | null {
  const found = CLIENT_ID.exec(id);
  return found && found[1] + (found[2] ?? '');
}

/** The appointment an encounter of the clinic's belongs to. */
export function appointmentOfEncounter(encounterId: string): string {
  return encounterId.replace(/^enc-/, 'appt-');
}
