/** What could not be brought up to date; empty where all is. */
export function staleInWords(list: boolean, brief: boolean): string {
  if (list && brief)
    return 'The list and the brief could not be brought up to date; they stand as they were.';
  if (!list && !brief) return '';
  return `The ${list ? 'list' : 'brief'} could not be brought up to date; it stands as it was.`;
}
