/** How an episode is called that no source tells of, and what that means. */
export const INFERRED_EPISODE = {
  words: 'inferred from sessions',
  definition:
    'No episode of care at the source: from the first attended session to the last contact.',
};
