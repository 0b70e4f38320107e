import { createFeature, createReducer, on } from '@ngrx/store';
import type { CaseNotes } from '#domain/client-progress/case-note.contract';
import type { Problem } from '#domain/problem.contract';
import { CaseNotesActions, CaseNotesApiActions } from './case-notes.actions';

interface CaseNotesState {
  clientId: string | null;
  found: CaseNotes | null;
  problem: Problem | null;
  sending: boolean;
  /** What the server would not take; it is still in the form. */
  refused: Problem | null;
  /** What was just done. */
  said: string;
}

const initialState: CaseNotesState = {
  clientId: null,
  found: null,
  problem: null,
  sending: false,
  refused: null,
  said: '',
};

export const caseNotesFeature = createFeature({
  name: 'caseNotes',
  reducer: createReducer(
    initialState,
    // Empties it: what was noted of one client must never stand under another's name.
    on(CaseNotesActions.shown, (_, { clientId }): CaseNotesState => ({
      ...initialState,
      clientId,
    })),
    on(CaseNotesActions.submitted, CaseNotesActions.withdrawClicked, (state): CaseNotesState => ({
      ...state,
      sending: true,
      refused: null,
      said: '',
    })),
    on(CaseNotesApiActions.loadSucceeded, (state, { found }): CaseNotesState => ({
      ...state,
      found,
      problem: null,
    })),
    on(CaseNotesApiActions.loadFailed, (state, { problem }): CaseNotesState => ({
      ...state,
      problem,
    })),
    on(CaseNotesApiActions.changeSucceeded, (state, { said }): CaseNotesState => ({
      ...state,
      sending: false,
      said,
    })),
    on(CaseNotesApiActions.changeFailed, (state, { problem }): CaseNotesState => ({
      ...state,
      sending: false,
      refused: problem,
    })),
  ),
});
