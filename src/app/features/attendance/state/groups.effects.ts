import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { merge, switchMap, takeUntil } from 'rxjs';
import { toProblem } from '../../../http/to-problem';
import { GroupsApi } from '../api/groups-api';
import { askedAgain } from './asked-again';
import { changesToRates } from './changes-to-rates';
import { GroupRosterApiActions, GroupsApiActions, GroupsPageActions } from './groups.actions';
import { groupsFeature } from './groups.feature';

export const loadGroups = createEffect(
  (actions = inject(Actions), api = inject(GroupsApi)) => {
    return actions.pipe(
      ofType(GroupsPageActions.groupsShown, GroupsPageActions.retryClicked),
      switchMap(({ query }) =>
        api.find(query, 'person').pipe(
          mapResponse({
            next: (groups) => GroupsApiActions.loadSucceeded({ groups }),
            error: (error) => GroupsApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const refetchGroups = createEffect(
  (actions = inject(Actions), api = inject(GroupsApi), store = inject(Store)) => {
    const asked = actions.pipe(
      ofType(GroupsPageActions.groupsShown, GroupsPageActions.retryClicked),
    );
    const capacitySaved = actions.pipe(ofType(GroupRosterApiActions.capacitySaved));
    return askedAgain(
      merge(changesToRates(actions), capacitySaved),
      store.select(groupsFeature.selectQuery),
      store.select(groupsFeature.selectStatus),
    ).pipe(
      switchMap((query) =>
        api.find(query, 'event').pipe(
          mapResponse({
            next: (groups) => GroupsApiActions.refetchSucceeded({ groups }),
            error: (error) => GroupsApiActions.refetchFailed({ problem: toProblem(error) }),
          }),
          takeUntil(asked),
        ),
      ),
    );
  },
  { functional: true },
);
