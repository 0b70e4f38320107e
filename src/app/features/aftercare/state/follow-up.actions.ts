import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { FollowUpList, FollowUpQuery } from '#domain/aftercare/follow-up.contract';
import type { NewContact } from '#domain/outreach/contact.contract';
import type { Problem } from '#domain/problem.contract';

export const FollowUpPageActions = createActionGroup({
  source: 'Follow-up Page',
  events: {
    Shown: props<{ query: FollowUpQuery }>(),
    'Retry Clicked': props<{ query: FollowUpQuery }>(),
    'Contact Submitted': props<{ contact: NewContact }>(),
    'Withdraw Clicked': props<{ contactId: string }>(),
    'Undo Time Passed': props<{ contactId: string }>(),
    /** The panel is of another follow-up, or of none. */
    'Panel Changed': emptyProps(),
  },
});

export const FollowUpApiActions = createActionGroup({
  source: 'Follow-up API',
  events: {
    'Load Succeeded': props<{ found: FollowUpList }>(),
    'Load Failed': props<{ problem: Problem }>(),
    'Refetch Succeeded': props<{ found: FollowUpList }>(),
    'Refetch Failed': props<{ problem: Problem }>(),
    'Log Succeeded': props<{ contactId: string }>(),
    'Withdraw Succeeded': emptyProps(),
    'Change Failed': props<{ problem: Problem; what: 'log' | 'withdraw' }>(),
  },
});
