/** The views of aftercare that are one page, by what the address says of them; transitions are a page beside it. */
export const AFTERCARE_VIEWS = [
  { view: null, word: 'Board' },
  { view: 'list', word: 'List' },
  { view: 'follow-up', word: 'Follow-up' },
  { view: 'reports', word: 'Reports due' },
] as const;
