import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { Problem } from '#domain/problem.contract';
import type { NewSiteClosure, SiteClosure, SiteClosures } from '#domain/settings/closure.contract';

export const ClosuresActions = createActionGroup({
  source: 'Closures',
  events: {
    'Retry Clicked': emptyProps(),
    'Form Opened': emptyProps(),
    'Form Closed': emptyProps(),
    'Set Clicked': props<{ closure: NewSiteClosure }>(),
    'Withdraw Clicked': props<{ closure: SiteClosure }>(),
  },
});

export const ClosuresApiActions = createActionGroup({
  source: 'Closures API',
  events: {
    'Load Succeeded': props<{ closures: SiteClosures }>(),
    'Load Failed': props<{ problem: Problem }>(),
    'Set Succeeded': emptyProps(),
    'Set Failed': props<{ problem: Problem }>(),
    'Withdraw Succeeded': emptyProps(),
    'Withdraw Failed': props<{ problem: Problem }>(),
  },
});
