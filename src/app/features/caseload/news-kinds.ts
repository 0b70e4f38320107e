import type { NewsKind } from '#domain/caseload/brief.contract';

/** What there is of a kind of news, in words that follow a count. */
export const NEWS_WORDS: Record<NewsKind, string> = {
  missed: 'missed',
  back: 'back after a miss',
  cancelled: 'cancelled',
  assigned: 'new to you',
  moved: 'phase or level changed',
  scores: 'scores',
  tests: 'drug tests',
  'recorded-late': 'recorded late',
  'not-recorded': 'not recorded',
};
