import { createFeature, createReducer, on } from '@ngrx/store';
import type { Problem } from '#domain/problem.contract';
import { MeasureExportActions } from './measure-export.actions';
import { TrendPageActions } from './trend.actions';

interface MeasureExportState {
  status: 'idle' | 'fetching' | 'saved' | 'failed';
  /** Of the file that was saved. */
  name: string;
  problem: Problem | null;
}

const initialState: MeasureExportState = { status: 'idle', name: '', problem: null };

export const measureExportFeature = createFeature({
  name: 'measureExport',
  reducer: createReducer(
    initialState,
    on(MeasureExportActions.exportChosen, (): MeasureExportState => ({
      ...initialState,
      status: 'fetching',
    })),
    on(MeasureExportActions.exportSucceeded, (_state, { name }): MeasureExportState => ({
      ...initialState,
      status: 'saved',
      name,
    })),
    on(MeasureExportActions.exportFailed, (_state, { problem }): MeasureExportState => ({
      ...initialState,
      status: 'failed',
      problem,
    })),
    // What was said of one export says nothing of what is shown next.
    on(
      MeasureExportActions.noticeClosed,
      TrendPageActions.trendShown,
      (state): MeasureExportState => (state.status === 'fetching' ? state : initialState),
    ),
  ),
});
