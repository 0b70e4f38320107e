import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { SourceRecord } from '#domain/client-progress/client-progress.contract';
import type { Problem } from '#domain/problem.contract';

export const SourceRecordPanelActions = createActionGroup({
  source: 'Source Record Panel',
  events: {
    Opened: props<{ recordId: string }>(),
    'Retry Clicked': props<{ recordId: string }>(),
    Closed: emptyProps(),
  },
});

export const SourceRecordApiActions = createActionGroup({
  source: 'Source Record API',
  events: {
    'Load Succeeded': props<{ record: SourceRecord }>(),
    'Load Failed': props<{ problem: Problem }>(),
  },
});
