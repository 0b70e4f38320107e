/** What staff wrote here, as far as tasks and lists follow from it; clients by record number. */
export interface OwnEntries {
  contacts: OwnContact[];
  /** Safety answers that a clinician assessed: whose, to which form, of which day, and when. */
  assessed: { recordNumber: string; form: string; day: string; at: number }[];
  /** Tasks that somebody closed, by rule and client. */
  closed: { task: string; at: number }[];
  /** Tasks that somebody made. */
  made: { recordNumber: string; dueOn: string; at: number }[];
}

export interface OwnContact {
  recordNumber: string;
  at: number;
  mode: 'phone' | 'letter';
  result: 'reached' | 'not-reached' | 'sent';
  nextStepOn: string | null;
}

export const NOTHING_WRITTEN: OwnEntries = { contacts: [], assessed: [], closed: [], made: [] };
