import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { ChangeEvent, Health } from '#domain/data-sources/data-sources.contract';

export const ServerEventsActions = createActionGroup({
  source: 'Server Events',
  events: {
    /** The stream is open again after having been gone: anything may have changed meanwhile. */
    Reconnected: emptyProps(),
    Lost: emptyProps(),
    /** A session begins or ends, or a minute is over: what is shown may read otherwise now. */
    'Time Passed': emptyProps(),
    Changed: props<{ change: ChangeEvent }>(),
    'Health Received': props<{ health: Health; receivedAt: number }>(),
  },
});
