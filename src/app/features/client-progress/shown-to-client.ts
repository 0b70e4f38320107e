import type { ClientProgress } from '#domain/client-progress/client-progress.contract';

/** What a client is shown: their own course. How long others stayed, and by which rules they are listed, is the staff's. */
export const withoutComparisons = (client: ClientProgress): ClientProgress => ({
  ...client,
  line: client.line && { ...client.line, flags: [] },
  way: client.way && { ...client.way, usualStay: null },
  plan: { ...client.plan, nextPhase: null, levelReview: [] },
});
