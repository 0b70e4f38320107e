import { createFeature, createReducer, on } from '@ngrx/store';
import type { Problem } from '#domain/problem.contract';
import type { SettingId } from '#domain/settings/setting';
import type { SettingEntry, SettingPreview, Settings } from '#domain/settings/settings.contract';
import { SettingsApiActions, SettingsPageActions } from './settings.actions';

/** What was just done, and can be undone for a moment. */
export interface DoneJustNow {
  act: 'set' | 'withdrawn';
  entry: SettingEntry;
}

interface SettingsState {
  settings: Settings | null;
  status: 'idle' | 'loading' | 'ready' | 'failed';
  problem: Problem | null;
  /** What is shown could not be brought up to date. */
  stale: boolean;
  /** The line that is open, to be read or changed. */
  opened: SettingId | null;
  /** What the value in the form would flag. */
  preview: SettingPreview | null;
  counting: boolean;
  notCounted: Problem | null;
  saving: boolean;
  /** Why the last act did not come about; what stood before still stands. */
  refused: { act: 'set' | 'withdraw'; problem: Problem } | null;
  done: DoneJustNow | null;
}

const initialState: SettingsState = {
  settings: null,
  status: 'idle',
  problem: null,
  stale: false,
  opened: null,
  preview: null,
  counting: false,
  notCounted: null,
  saving: false,
  refused: null,
  done: null,
};

const nothingSupposed = { preview: null, counting: false, notCounted: null } as const;

export const settingsFeature = createFeature({
  name: 'settings',
  reducer: createReducer(
    initialState,
    on(SettingsPageActions.opened, SettingsPageActions.retryClicked, (): SettingsState => ({
      ...initialState,
      status: 'loading',
    })),
    on(
      SettingsApiActions.loadSucceeded,
      SettingsApiActions.refetchSucceeded,
      (state, { settings }): SettingsState => ({
        ...state,
        settings,
        status: 'ready',
        problem: null,
        stale: false,
      }),
    ),
    on(SettingsApiActions.loadFailed, (state, { problem }): SettingsState => ({
      ...state,
      problem,
      status: 'failed',
    })),
    on(SettingsApiActions.refetchFailed, (state): SettingsState => ({ ...state, stale: true })),
    on(SettingsPageActions.lineOpened, (state, { setting }): SettingsState => ({
      ...state,
      ...nothingSupposed,
      opened: setting,
      refused: null,
      done: null,
    })),
    on(SettingsPageActions.lineClosed, (state): SettingsState => ({
      ...state,
      ...nothingSupposed,
      opened: null,
      refused: null,
    })),
    on(SettingsPageActions.valueSupposed, (state, { supposed }): SettingsState => ({
      ...state,
      ...nothingSupposed,
      counting: supposed !== null,
    })),
    on(SettingsApiActions.previewSucceeded, (state, { preview }): SettingsState => ({
      ...state,
      ...nothingSupposed,
      preview,
    })),
    on(SettingsApiActions.previewFailed, (state, { problem }): SettingsState => ({
      ...state,
      ...nothingSupposed,
      notCounted: problem,
    })),
    on(
      SettingsPageActions.saveClicked,
      SettingsPageActions.withdrawClicked,
      (state): SettingsState => ({ ...state, saving: true, refused: null, done: null }),
    ),
    on(SettingsApiActions.saveSucceeded, (state, { entry }): SettingsState => ({
      ...state,
      ...nothingSupposed,
      saving: false,
      opened: null,
      done: { act: 'set', entry },
    })),
    on(SettingsApiActions.withdrawSucceeded, (state, { entry }): SettingsState => ({
      ...state,
      saving: false,
      done: { act: 'withdrawn', entry },
    })),
    on(SettingsApiActions.saveFailed, (state, { problem }): SettingsState => ({
      ...state,
      saving: false,
      refused: { act: 'set', problem },
    })),
    on(SettingsApiActions.withdrawFailed, (state, { problem }): SettingsState => ({
      ...state,
      saving: false,
      refused: { act: 'withdraw', problem },
    })),
    on(SettingsPageActions.undoTimePassed, (state): SettingsState => ({ ...state, done: null })),
  ),
});
