import type { Action } from '@ngrx/store';
import type { Observable } from 'rxjs';
import type { ChangeEvent } from '#domain/data-sources/data-sources.contract';
import { mayReadOtherwise } from '../../../http/may-read-otherwise';

/** Rates of a whole program change all day; once in a while is often enough. */
const BURST = 2_000;

/** Sessions' records, and what staff say of them: a change of process, a capacity. */
const TOPICS: readonly ChangeEvent['topic'][] = ['caseload', 'attendance', 'settings'];

/** Says when what rates rest on may have changed, or time itself went on. */
export const changesToRates = (actions: Observable<Action>): Observable<unknown> =>
  mayReadOtherwise(actions, TOPICS, BURST);
