import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { mapResponse } from '@ngrx/operators';
import {
  EMPTY,
  catchError,
  exhaustMap,
  forkJoin,
  map,
  of,
  switchMap,
  takeUntil,
  tap,
  timer,
} from 'rxjs';
import { HealthApi } from '../../http/health-api';
import { toProblem } from '../../http/to-problem';
import { AccessApi } from '../access-api';
import {
  AccessApiActions,
  AccessGuardActions,
  ReaderActions,
  SignInPageActions,
} from './access.actions';

const ONE_SECOND = 1_000;

export const loadMe = createEffect(
  (actions = inject(Actions), api = inject(AccessApi)) => {
    return actions.pipe(
      ofType(AccessGuardActions.askedWho),
      switchMap(() =>
        api.findMe().pipe(
          mapResponse({
            next: (me) => AccessApiActions.meReceived({ me }),
            error: () => AccessApiActions.nobodySignedIn(),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

/** Each second: the first start takes a while, and the page says how far it is. */
export const followFirstStart = createEffect(
  (actions = inject(Actions), api = inject(AccessApi), healthApi = inject(HealthApi)) => {
    return actions.pipe(
      ofType(SignInPageActions.opened),
      switchMap(() =>
        timer(0, ONE_SECOND).pipe(
          exhaustMap(() =>
            forkJoin({ options: api.findOptions(), health: healthApi.find() }).pipe(
              mapResponse({
                next: (found) => AccessApiActions.optionsReceived(found),
                error: (error) => AccessApiActions.optionsFailed({ problem: toProblem(error) }),
              }),
            ),
          ),
          takeUntil(actions.pipe(ofType(SignInPageActions.left))),
        ),
      ),
    );
  },
  { functional: true },
);

export const signIn = createEffect(
  (actions = inject(Actions), api = inject(AccessApi)) => {
    return actions.pipe(
      ofType(SignInPageActions.personaChosen),
      exhaustMap(({ persona, goTo }) =>
        api.signIn(persona).pipe(
          mapResponse({
            next: () => AccessApiActions.signInSucceeded({ goTo }),
            error: (error) => AccessApiActions.signInFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const openFirstPage = createEffect(
  (actions = inject(Actions), router = inject(Router)) => {
    return actions.pipe(
      ofType(AccessApiActions.signInSucceeded),
      tap(({ goTo }) => void router.navigateByUrl(goTo)),
    );
  },
  { functional: true, dispatch: false },
);

export const signOut = createEffect(
  (actions = inject(Actions), api = inject(AccessApi)) => {
    return actions.pipe(
      ofType(ReaderActions.signOutClicked),
      exhaustMap(() =>
        api.signOut().pipe(
          map(() => AccessApiActions.signedOut()),
          // The page empties itself all the same; the server's own time limit does the rest.
          catchError(() => of(AccessApiActions.signedOut())),
        ),
      ),
    );
  },
  { functional: true },
);

/** The page has emptied itself already; what the server answers changes nothing here. */
export const signOutOnTime = createEffect(
  (actions = inject(Actions), api = inject(AccessApi)) => {
    return actions.pipe(
      ofType(ReaderActions.timeRanOut),
      exhaustMap(() => api.signOut().pipe(catchError(() => EMPTY))),
    );
  },
  { functional: true, dispatch: false },
);

export const leaveForSignIn = createEffect(
  (actions = inject(Actions), router = inject(Router)) => {
    return actions.pipe(
      ofType(AccessApiActions.signedOut, AccessApiActions.signInRequired, ReaderActions.timeRanOut),
      tap(() => void router.navigateByUrl('/sign-in')),
    );
  },
  { functional: true, dispatch: false },
);
