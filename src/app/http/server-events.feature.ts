import { createFeature, createReducer, on } from '@ngrx/store';
import type { Health } from '#domain/data-sources/data-sources.contract';
import { ServerEventsActions } from './server-events.actions';

interface ServerEventsState {
  health: Health | null;
  /** The machine's instant at which `health` came, to go on counting from its `now`. */
  receivedAt: number;
  connected: boolean;
}

const initialState: ServerEventsState = { health: null, receivedAt: 0, connected: true };

export const serverEventsFeature = createFeature({
  name: 'serverEvents',
  reducer: createReducer(
    initialState,
    on(ServerEventsActions.healthReceived, (state, { health, receivedAt }): ServerEventsState => ({
      ...state,
      health,
      receivedAt,
      connected: true,
    })),
    on(ServerEventsActions.lost, (state): ServerEventsState => ({ ...state, connected: false })),
    on(ServerEventsActions.reconnected, (state): ServerEventsState => ({
      ...state,
      connected: true,
    })),
  ),
});
