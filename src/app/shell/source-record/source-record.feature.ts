import { createFeature, createReducer, on } from '@ngrx/store';
import type { SourceRecord } from '#domain/client-progress/client-progress.contract';
import type { Problem } from '#domain/problem.contract';
import { SourceRecordApiActions, SourceRecordPanelActions } from './source-record.actions';

interface SourceRecordState {
  record: SourceRecord | null;
  status: 'idle' | 'loading' | 'ready' | 'failed';
  problem: Problem | null;
}

const initialState: SourceRecordState = { record: null, status: 'idle', problem: null };

export const sourceRecordFeature = createFeature({
  name: 'sourceRecord',
  reducer: createReducer(
    initialState,
    on(
      SourceRecordPanelActions.opened,
      SourceRecordPanelActions.retryClicked,
      (): SourceRecordState => ({ ...initialState, status: 'loading' }),
    ),
    on(SourceRecordPanelActions.closed, (): SourceRecordState => initialState),
    on(SourceRecordApiActions.loadSucceeded, (state, { record }): SourceRecordState => ({
      ...state,
      record,
      status: 'ready',
    })),
    on(SourceRecordApiActions.loadFailed, (state, { problem }): SourceRecordState => ({
      ...state,
      problem,
      status: 'failed',
    })),
  ),
});
