import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type {
  SessionList,
  SessionListQuery,
  SessionRoster,
} from '#domain/attendance/session-list.contract';
import type { Problem } from '#domain/problem.contract';

export const SessionsPageActions = createActionGroup({
  source: 'Sessions Page',
  events: {
    'Sessions Shown': props<{ query: SessionListQuery }>(),
    'Retry Clicked': props<{ query: SessionListQuery }>(),
  },
});

export const SessionsApiActions = createActionGroup({
  source: 'Sessions API',
  events: {
    'Load Succeeded': props<{ list: SessionList }>(),
    'Load Failed': props<{ problem: Problem }>(),
    'Refetch Succeeded': props<{ list: SessionList }>(),
    'Refetch Failed': props<{ problem: Problem }>(),
  },
});

/** Which session's roster, as at which moment. */
export interface RosterQuestion {
  sessionId: string;
  asOf: string | undefined;
}

export const SessionPanelActions = createActionGroup({
  source: 'Session Panel',
  events: {
    Opened: props<{ question: RosterQuestion }>(),
    'Retry Clicked': props<{ question: RosterQuestion }>(),
    Closed: emptyProps(),
  },
});

export const SessionRosterApiActions = createActionGroup({
  source: 'Session Roster API',
  events: {
    'Load Succeeded': props<{ roster: SessionRoster }>(),
    'Load Failed': props<{ problem: Problem }>(),
    'Refetch Succeeded': props<{ roster: SessionRoster }>(),
    'Refetch Failed': props<{ problem: Problem }>(),
  },
});
