import type { ChangeEvent } from '#domain/data-sources/data-sources.contract';

/** What a caseload is made of: clients' records, and the rules by which they are listed. */
export const LISTED_BY: readonly ChangeEvent['topic'][] = ['caseload', 'settings'];
