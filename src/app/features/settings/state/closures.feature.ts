import { createFeature, createReducer, on } from '@ngrx/store';
import type { Problem } from '#domain/problem.contract';
import type { SiteClosures } from '#domain/settings/closure.contract';
import { ClosuresActions, ClosuresApiActions } from './closures.actions';
import { SettingsPageActions } from './settings.actions';

interface ClosuresState {
  closures: SiteClosures | null;
  /** Why they could not be loaded; what was there before still stands. */
  problem: Problem | null;
  formOpen: boolean;
  saving: boolean;
  /** Why the last act did not come about. */
  refused: { act: 'set' | 'withdraw'; problem: Problem } | null;
}

const initialState: ClosuresState = {
  closures: null,
  problem: null,
  formOpen: false,
  saving: false,
  refused: null,
};

export const closuresFeature = createFeature({
  name: 'closures',
  reducer: createReducer(
    initialState,
    on(SettingsPageActions.opened, (): ClosuresState => initialState),
    on(ClosuresApiActions.loadSucceeded, (state, { closures }): ClosuresState => ({
      ...state,
      closures,
      problem: null,
    })),
    on(ClosuresApiActions.loadFailed, (state, { problem }): ClosuresState => ({
      ...state,
      problem,
    })),
    on(ClosuresActions.formOpened, (state): ClosuresState => ({
      ...state,
      formOpen: true,
      refused: null,
    })),
    on(ClosuresActions.formClosed, (state): ClosuresState => ({
      ...state,
      formOpen: false,
      refused: null,
    })),
    on(ClosuresActions.setClicked, ClosuresActions.withdrawClicked, (state): ClosuresState => ({
      ...state,
      saving: true,
      refused: null,
    })),
    on(ClosuresApiActions.setSucceeded, (state): ClosuresState => ({
      ...state,
      saving: false,
      formOpen: false,
    })),
    on(ClosuresApiActions.withdrawSucceeded, (state): ClosuresState => ({
      ...state,
      saving: false,
    })),
    on(ClosuresApiActions.setFailed, (state, { problem }): ClosuresState => ({
      ...state,
      saving: false,
      refused: { act: 'set', problem },
    })),
    on(ClosuresApiActions.withdrawFailed, (state, { problem }): ClosuresState => ({
      ...state,
      saving: false,
      refused: { act: 'withdraw', problem },
    })),
  ),
});
