import { createFeature, createReducer, on } from '@ngrx/store';
import type { Problem } from '#domain/problem.contract';
import { FileExportActions } from './file-export.actions';

interface FileExportState {
  status: 'idle' | 'fetching' | 'saved' | 'failed';
  /** Of the file that was saved. */
  name: string;
  problem: Problem | null;
}

const initialState: FileExportState = { status: 'idle', name: '', problem: null };

export const fileExportFeature = createFeature({
  name: 'fileExport',
  reducer: createReducer(
    initialState,
    on(FileExportActions.exportChosen, (): FileExportState => ({
      ...initialState,
      status: 'fetching',
    })),
    on(FileExportActions.exportSucceeded, (_state, { name }): FileExportState => ({
      ...initialState,
      status: 'saved',
      name,
    })),
    on(FileExportActions.exportFailed, (_state, { problem }): FileExportState => ({
      ...initialState,
      status: 'failed',
      problem,
    })),
    // What was said of one export says nothing of what is shown next.
    on(
      FileExportActions.noticeClosed,
      FileExportActions.shownOtherwise,
      (state): FileExportState => (state.status === 'fetching' ? state : initialState),
    ),
  ),
});
