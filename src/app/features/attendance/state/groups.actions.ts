import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type {
  GroupQuery,
  GroupRoster,
  NewCapacity,
  TherapyGroups,
} from '#domain/attendance/therapy-group.contract';
import type { Problem } from '#domain/problem.contract';

export const GroupsPageActions = createActionGroup({
  source: 'Groups Page',
  events: {
    'Groups Shown': props<{ query: GroupQuery }>(),
    'Retry Clicked': props<{ query: GroupQuery }>(),
  },
});

export const GroupsApiActions = createActionGroup({
  source: 'Groups API',
  events: {
    'Load Succeeded': props<{ groups: TherapyGroups }>(),
    'Load Failed': props<{ problem: Problem }>(),
    'Refetch Succeeded': props<{ groups: TherapyGroups }>(),
    'Refetch Failed': props<{ problem: Problem }>(),
  },
});

/** Which group's roster, as at which moment. */
export interface GroupQuestion {
  groupId: string;
  asOf: string | undefined;
}

export const GroupPanelActions = createActionGroup({
  source: 'Group Panel',
  events: {
    Opened: props<{ question: GroupQuestion }>(),
    'Retry Clicked': props<{ question: GroupQuestion }>(),
    'Capacity Submitted': props<{ groupId: string; capacity: NewCapacity }>(),
    Closed: emptyProps(),
  },
});

export const GroupRosterApiActions = createActionGroup({
  source: 'Group Roster API',
  events: {
    'Load Succeeded': props<{ roster: GroupRoster }>(),
    'Load Failed': props<{ problem: Problem }>(),
    'Refetch Succeeded': props<{ roster: GroupRoster }>(),
    'Refetch Failed': props<{ problem: Problem }>(),
    'Capacity Saved': emptyProps(),
    'Capacity Refused': props<{ problem: Problem }>(),
  },
});
