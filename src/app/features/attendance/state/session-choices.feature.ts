import { createFeature, createReducer, on } from '@ngrx/store';
import type { SessionChoices } from '#domain/attendance/session-choices.contract';
import { SessionChoicesApiActions } from './session-choices.actions';

interface SessionChoicesState {
  choices: SessionChoices | null;
}

const initialState: SessionChoicesState = { choices: null };

export const sessionChoicesFeature = createFeature({
  name: 'sessionChoices',
  reducer: createReducer(
    initialState,
    on(SessionChoicesApiActions.loadSucceeded, (_state, { choices }): SessionChoicesState => ({
      choices,
    })),
  ),
});
