import type { ClientProgress } from '#domain/client-progress/client-progress.contract';

/**
 * What a client is shown: their own course. How long others stayed, by which rules they are
 * listed, how staff rated the dimensions and what they wrote of the alliance is the staff's.
 */
export const withoutComparisons = (client: ClientProgress): ClientProgress => ({
  ...client,
  line: client.line && { ...client.line, flags: [] },
  way: client.way && { ...client.way, usualStay: null },
  alliance: [],
  plan: { ...client.plan, nextPhase: null, levelReview: [], dimensions: [] },
});
