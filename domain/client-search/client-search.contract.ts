import { Type, type Static } from 'typebox';

/** What is looked for goes in the body: an address is kept in logs and histories. */
export const ClientSearch = Type.Object(
  { text: Type.String({ minLength: 1, maxLength: 80 }) },
  { additionalProperties: false },
);
export type ClientSearch = Static<typeof ClientSearch>;

export const FoundClient = Type.Object({
  clientId: Type.String(),
  familyName: Type.String(),
  givenName: Type.String(),
  recordNumber: Type.Union([Type.String(), Type.Null()]),
  /** Of the last episode; `null` where there was none yet. */
  program: Type.Union([Type.String(), Type.Null()]),
  counselor: Type.Union([Type.String(), Type.Null()]),
  /** In care now. */
  inCare: Type.Boolean(),
  /** The day on which the last episode ended; `null` while in care, or where there was none. */
  leftOn: Type.Union([Type.String({ format: 'date' }), Type.Null()]),
});
export type FoundClient = Static<typeof FoundClient>;

export const FoundClients = Type.Object({
  clients: Type.Array(FoundClient),
  /** There are more than these: more letters will tell. */
  more: Type.Boolean(),
});
export type FoundClients = Static<typeof FoundClients>;
