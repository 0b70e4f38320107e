/** Why something is asked for: a person's act, or an event that the server sent. */
export type Cause = 'person' | 'event';

/** A refetch that an event caused neither extends the sign-in nor is audited twice. */
export const headersOf = (cause: Cause): Record<string, string> =>
  cause === 'event' ? { 'x-refetch': 'event' } : {};
