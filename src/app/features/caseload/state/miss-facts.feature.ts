import { createFeature, createReducer, on } from '@ngrx/store';
import type { RiskFacts } from '#domain/caseload/risk-facts.contract';
import { MissFactsActions, MissFactsApiActions } from './miss-facts.actions';

interface MissFactsState {
  facts: RiskFacts | null;
  status: 'idle' | 'loading' | 'ready' | 'failed';
}

const initialState: MissFactsState = { facts: null, status: 'idle' };

export const missFactsFeature = createFeature({
  name: 'missFacts',
  reducer: createReducer(
    initialState,
    // Empties them: one client's facts must never stand under another's name.
    on(MissFactsActions.opened, (): MissFactsState => ({ facts: null, status: 'loading' })),
    on(MissFactsApiActions.loadSucceeded, (_state, { facts }): MissFactsState => ({
      facts,
      status: 'ready',
    })),
    on(MissFactsApiActions.loadFailed, (): MissFactsState => ({ facts: null, status: 'failed' })),
  ),
});
