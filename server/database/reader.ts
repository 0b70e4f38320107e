import type { Role } from '#domain/access/access.contract';

/** Who asks: decides what the database shows. */
export interface Reader {
  organizationId: string;
  /** `null` for people who are no staff of the source, such as an administrator. */
  staffId: string | null;
  role: Role;
  /** Colleagues whom they stand in for now: they reach whom those reach. */
  covers?: readonly string[];
  name: string;
  /** When they ask: whom follow-up roles reach goes by the day. */
  now?: Date;
}
