import type { KeptApart } from '../attendance/kept-apart.contract.ts';
import type { ClientEntry, EntryKind, NewClientEntry } from './client-entry.contract.ts';

/** Of two clients, and kept where their sessions are (domain/attendance); on this page one entry among others. */
export interface KeptApartEntry extends Pick<KeptApart, 'id' | 'by' | 'at'> {
  kind: 'kept-apart';
  says: Pick<KeptApart, 'other' | 'reason'>;
}

/** Everything that staff write on a client's page. */
export type PageEntry = ClientEntry | KeptApartEntry;
export type PageKind = EntryKind | 'kept-apart';
export type PageEntryOf<K extends PageKind> = Extract<PageEntry, { kind: K }>;

/** As it is sent. */
export type WrittenEntry = NewClientEntry | Pick<KeptApartEntry, 'id' | 'kind' | 'says'>;
export type SaysOf<K extends PageKind> = PageEntryOf<K>['says'];

export interface PageEntries {
  asOf: string;
  entries: PageEntry[];
}
