import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { exhaustMap, merge, switchMap, takeUntil } from 'rxjs';
import { toProblem } from '../../../http/to-problem';
import { GroupsApi } from '../api/groups-api';
import { askedAgain } from './asked-again';
import { changesToRates } from './changes-to-rates';
import { GroupPanelActions, GroupRosterApiActions } from './groups.actions';
import { groupRosterFeature } from './group-roster.feature';

export const loadGroupRoster = createEffect(
  (actions = inject(Actions), api = inject(GroupsApi)) => {
    return actions.pipe(
      ofType(GroupPanelActions.opened, GroupPanelActions.retryClicked),
      switchMap(({ question }) =>
        api.findRoster(question.groupId, question.asOf, 'person').pipe(
          mapResponse({
            next: (roster) => GroupRosterApiActions.loadSucceeded({ roster }),
            error: (error) => GroupRosterApiActions.loadFailed({ problem: toProblem(error) }),
          }),
          takeUntil(actions.pipe(ofType(GroupPanelActions.closed))),
        ),
      ),
    );
  },
  { functional: true },
);

export const refetchGroupRoster = createEffect(
  (actions = inject(Actions), api = inject(GroupsApi), store = inject(Store)) => {
    const asked = actions.pipe(
      ofType(GroupPanelActions.opened, GroupPanelActions.retryClicked, GroupPanelActions.closed),
    );
    // What was set here shows in the group and its list at once.
    const saved = actions.pipe(ofType(GroupRosterApiActions.capacitySaved));
    return askedAgain(
      merge(changesToRates(actions), saved),
      store.select(groupRosterFeature.selectQuestion),
      store.select(groupRosterFeature.selectStatus),
    ).pipe(
      switchMap((question) =>
        api.findRoster(question.groupId, question.asOf, 'event').pipe(
          mapResponse({
            next: (roster) => GroupRosterApiActions.refetchSucceeded({ roster }),
            error: (error) => GroupRosterApiActions.refetchFailed({ problem: toProblem(error) }),
          }),
          takeUntil(asked),
        ),
      ),
    );
  },
  { functional: true },
);

export const setCapacity = createEffect(
  (actions = inject(Actions), api = inject(GroupsApi)) => {
    return actions.pipe(
      ofType(GroupPanelActions.capacitySubmitted),
      exhaustMap(({ groupId, capacity }) =>
        api.setCapacity(groupId, capacity).pipe(
          mapResponse({
            next: () => GroupRosterApiActions.capacitySaved(),
            error: (error) => GroupRosterApiActions.capacityRefused({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);
