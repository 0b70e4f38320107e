import { provideState } from '@ngrx/store';
import { pageActsStates } from '../../page-acts/page-acts.providers';
import { sessionChoicesFeature } from './state/session-choices.feature';

/** What every page of attendance can do with itself, and what it can be narrowed to. */
export const pageWideStates = () => [...pageActsStates, provideState(sessionChoicesFeature)];
