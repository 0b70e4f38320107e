import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { SessionChoices } from '#domain/attendance/session-choices.contract';

export const SessionChoicesApiActions = createActionGroup({
  source: 'Session Choices API',
  events: {
    'Load Succeeded': props<{ choices: SessionChoices }>(),
    'Load Failed': emptyProps(),
  },
});
