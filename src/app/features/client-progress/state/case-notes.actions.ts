import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { CaseNotes, NewCaseNote } from '#domain/client-progress/case-note.contract';
import type { Problem } from '#domain/problem.contract';

export const CaseNotesActions = createActionGroup({
  source: 'Case Notes',
  events: {
    Shown: props<{ clientId: string }>(),
    Submitted: props<{ clientId: string; note: NewCaseNote }>(),
    'Withdraw Clicked': props<{ clientId: string; id: string }>(),
    'Retry Clicked': emptyProps(),
  },
});

export const CaseNotesApiActions = createActionGroup({
  source: 'Case Notes API',
  events: {
    'Load Succeeded': props<{ found: CaseNotes }>(),
    'Load Failed': props<{ problem: Problem }>(),
    'Change Succeeded': props<{ said: string }>(),
    'Change Failed': props<{ problem: Problem }>(),
  },
});
