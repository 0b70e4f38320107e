import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { Me, Persona, SignInOptions } from '#domain/access/access.contract';
import type { Health } from '#domain/data-sources/data-sources.contract';
import type { Problem } from '#domain/problem.contract';

export const AccessGuardActions = createActionGroup({
  source: 'Access Guard',
  events: { 'Asked Who': emptyProps() },
});

export const SignInPageActions = createActionGroup({
  source: 'Sign-in Page',
  events: {
    Opened: emptyProps(),
    Left: emptyProps(),
    'Persona Chosen': props<{ persona: Persona; goTo: string }>(),
  },
});

export const ReaderActions = createActionGroup({
  source: 'Reader',
  events: {
    'Sign Out Clicked': emptyProps(),
    /** Nobody has touched the page for so long that whoever signed in may have left. */
    'Time Ran Out': emptyProps(),
  },
});

export const AccessApiActions = createActionGroup({
  source: 'Access API',
  events: {
    'Me Received': props<{ me: Me }>(),
    'Nobody Signed In': emptyProps(),
    'Options Received': props<{ options: SignInOptions; health: Health }>(),
    'Options Failed': props<{ problem: Problem }>(),
    'Sign In Succeeded': props<{ goTo: string }>(),
    'Sign In Failed': props<{ problem: Problem }>(),
    'Signed Out': emptyProps(),
    /** The server no longer knows the reader. */
    'Sign In Required': emptyProps(),
  },
});
