import { createFeature, createReducer, createSelector, on } from '@ngrx/store';
import type { Problem } from '#domain/problem.contract';
import type { Stood } from '../api/client-entries-api';
import type { PageEntries, PageEntry, PageKind } from '#domain/client-progress/page-entry';
import { ClientEntriesActions, ClientEntriesApiActions } from './client-entries.actions';

/** What came of the last act on an entry. */
export type Done =
  | { what: 'written' | 'withdrawn'; entry: PageEntry }
  | { what: 'stood already'; entry: PageEntry; stood: Stood };

interface ClientEntriesState {
  clientId: string | null;
  found: PageEntries | null;
  problem: Problem | null;
  /** On their way; shown as if they had arrived. */
  sending: PageEntry[];
  /** On their way out; shown as if they were gone. */
  leaving: PageEntry[];
  /** What the server would not take: it is still in its form, or still stands. */
  refused: { entry: PageEntry; problem: Problem; what: 'write' | 'withdraw' } | null;
  /** Just written, and for a moment taken back by one click. */
  undoable: PageEntry | null;
  done: Done | null;
}

const initialState: ClientEntriesState = {
  clientId: null,
  found: null,
  problem: null,
  sending: [],
  leaving: [],
  refused: null,
  undoable: null,
  done: null,
};

const without = (entries: readonly PageEntry[], { id }: PageEntry): PageEntry[] =>
  entries.filter((entry) => entry.id !== id);

/** Everything that staff write on a client's page: on the screen at once, and gone again where it was refused. */
export const clientEntriesFeature = createFeature({
  name: 'clientEntries',
  reducer: createReducer(
    initialState,
    // Empties it: what was written of one client must never stand under another's name.
    on(ClientEntriesActions.shown, (_, { clientId }): ClientEntriesState => ({
      ...initialState,
      clientId,
    })),
    on(ClientEntriesActions.submitted, (state, { entry, by, at }): ClientEntriesState => ({
      ...state,
      sending: [{ ...entry, by, at } as PageEntry, ...state.sending],
      refused: null,
      undoable: null,
      done: null,
    })),
    on(ClientEntriesActions.withdrawClicked, (state, { entry }): ClientEntriesState => ({
      ...state,
      leaving: [entry, ...state.leaving],
      refused: null,
      undoable: null,
      done: null,
    })),
    on(ClientEntriesApiActions.loadSucceeded, (state, { found }): ClientEntriesState => ({
      ...state,
      found,
      problem: null,
    })),
    on(ClientEntriesApiActions.loadFailed, (state, { problem }): ClientEntriesState => ({
      ...state,
      problem,
    })),
    // What was sent is what stands until it is read again.
    on(ClientEntriesApiActions.writeSucceeded, (state, { entry, stood }): ClientEntriesState => ({
      ...state,
      sending: without(state.sending, entry),
      found:
        state.found && !stood
          ? { ...state.found, entries: [entry, ...without(state.found.entries, entry)] }
          : state.found,
      undoable: stood ? null : entry,
      done: stood ? { what: 'stood already', entry, stood } : { what: 'written', entry },
    })),
    on(ClientEntriesApiActions.writeFailed, (state, { entry, problem }): ClientEntriesState => ({
      ...state,
      sending: without(state.sending, entry),
      refused: { entry, problem, what: 'write' },
    })),
    on(ClientEntriesApiActions.withdrawSucceeded, (state, { entry }): ClientEntriesState => ({
      ...state,
      leaving: without(state.leaving, entry),
      found: state.found && { ...state.found, entries: without(state.found.entries, entry) },
      done: { what: 'withdrawn', entry },
    })),
    on(ClientEntriesApiActions.withdrawFailed, (state, { entry, problem }): ClientEntriesState => ({
      ...state,
      leaving: without(state.leaving, entry),
      refused: { entry, problem, what: 'withdraw' },
    })),
    on(ClientEntriesActions.undoTimePassed, (state, { id }): ClientEntriesState =>
      state.undoable?.id === id ? { ...state, undoable: null } : state,
    ),
  ),
  extraSelectors: ({ selectFound, selectSending, selectLeaving }) => ({
    /** As things stand once everything has arrived; `null` while nothing was read. */
    selectStanding: createSelector(
      selectFound,
      selectSending,
      selectLeaving,
      (found, sending, leaving) => {
        if (!found) return null;
        const known = new Set(found.entries.map(({ id }) => id));
        const gone = new Set(leaving.map(({ id }) => id));
        return [...sending.filter(({ id }) => !known.has(id)), ...found.entries].filter(
          ({ id }) => !gone.has(id),
        );
      },
    ),
  }),
});

export const ofKind =
  <K extends PageKind>(kind: K) =>
  (entry: PageEntry): entry is Extract<PageEntry, { kind: K }> =>
    entry.kind === kind;
