import { createFeature, createReducer, on } from '@ngrx/store';
import type { Me, SignInOptions } from '#domain/access/access.contract';
import type { Health } from '#domain/data-sources/data-sources.contract';
import type { Problem } from '#domain/problem.contract';
import {
  AccessApiActions,
  AccessGuardActions,
  ReaderActions,
  SignInPageActions,
} from './access.actions';

interface AccessState {
  status: 'unknown' | 'signed-in' | 'signed-out';
  me: Me | null;
  options: SignInOptions | null;
  health: Health | null;
  signingIn: boolean;
  problem: Problem | null;
  /** Why the sign-in page is shown, when the reader did not ask for it. */
  notice: string | null;
}

const initialState: AccessState = {
  status: 'unknown',
  me: null,
  options: null,
  health: null,
  signingIn: false,
  problem: null,
  notice: null,
};

const signedOut = (notice: string | null): AccessState => ({
  ...initialState,
  status: 'signed-out',
  notice,
});

export const accessFeature = createFeature({
  name: 'access',
  reducer: createReducer(
    initialState,
    on(AccessGuardActions.askedWho, (state): AccessState => ({
      ...state,
      status: 'unknown',
      me: null,
    })),
    on(AccessApiActions.meReceived, (_state, { me }): AccessState => ({
      ...initialState,
      status: 'signed-in',
      me,
    })),
    on(AccessApiActions.nobodySignedIn, (state): AccessState => ({
      ...state,
      status: 'signed-out',
      me: null,
    })),
    on(AccessApiActions.optionsReceived, (state, { options, health }): AccessState => ({
      ...state,
      options,
      health,
      problem: null,
    })),
    on(AccessApiActions.optionsFailed, (state, { problem }): AccessState => ({
      ...state,
      health: null,
      problem,
    })),
    on(SignInPageActions.personaChosen, (state): AccessState => ({
      ...state,
      signingIn: true,
      problem: null,
    })),
    on(AccessApiActions.signInFailed, (state, { problem }): AccessState => ({
      ...state,
      signingIn: false,
      problem,
    })),
    on(AccessApiActions.signInSucceeded, (): AccessState => ({
      ...initialState,
      status: 'unknown',
      signingIn: true,
    })),
    on(AccessApiActions.signedOut, (): AccessState => signedOut(null)),
    on(ReaderActions.timeRanOut, (): AccessState =>
      signedOut('You were signed out after 15 minutes without an act.'),
    ),
    on(AccessApiActions.signInRequired, (): AccessState =>
      signedOut('Your sign-in has run out. Sign in again.'),
    ),
  ),
});
