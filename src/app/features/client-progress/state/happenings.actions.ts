import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { ClientHappenings, HappeningKind } from '#domain/client-progress/happenings.contract';
import type { Problem } from '#domain/problem.contract';

/** Whose happenings, up to when, of which kind; `null`: of every kind. */
export interface HappeningsAsked {
  clientId: string;
  asOf: string | undefined;
  kind: HappeningKind | null;
}

export const HappeningsActions = createActionGroup({
  source: 'Happenings',
  events: {
    Asked: props<{ asked: HappeningsAsked }>(),
    'Earlier Asked': emptyProps(),
    'Retry Clicked': emptyProps(),
  },
});

export const HappeningsApiActions = createActionGroup({
  source: 'Happenings API',
  events: {
    'Load Succeeded': props<{ found: ClientHappenings }>(),
    'Earlier Succeeded': props<{ found: ClientHappenings }>(),
    'Load Failed': props<{ problem: Problem }>(),
  },
});
