import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { Problem } from '#domain/problem.contract';
import type { PageEntries, PageEntry, WrittenEntry } from '#domain/client-progress/page-entry';
import type { Stood } from '../api/client-entries-api';

export const ClientEntriesActions = createActionGroup({
  source: 'Client Entries',
  events: {
    Shown: props<{ clientId: string }>(),
    /** Shown at once, as by whom and when it is sent. */
    Submitted: props<{ clientId: string; entry: WrittenEntry; by: string; at: string }>(),
    'Withdraw Clicked': props<{ clientId: string; entry: PageEntry }>(),
    'Undo Time Passed': props<{ id: string }>(),
    'Retry Clicked': emptyProps(),
  },
});

export const ClientEntriesApiActions = createActionGroup({
  source: 'Client Entries API',
  events: {
    'Load Succeeded': props<{ found: PageEntries }>(),
    'Load Failed': props<{ problem: Problem }>(),
    /** `stood`: a colleague had written the same before, and theirs holds. */
    'Write Succeeded': props<{ clientId: string; entry: PageEntry; stood: Stood | null }>(),
    'Write Failed': props<{ entry: PageEntry; problem: Problem }>(),
    'Withdraw Succeeded': props<{ entry: PageEntry }>(),
    'Withdraw Failed': props<{ entry: PageEntry; problem: Problem }>(),
  },
});
