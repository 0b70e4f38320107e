import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { concatLatestFrom, mapResponse } from '@ngrx/operators';
import { Store } from '@ngrx/store';
import { auditTime, exhaustMap, filter, switchMap } from 'rxjs';
import { ServerEventsActions } from '../../../http/server-events.actions';
import { toProblem } from '../../../http/to-problem';
import { DataSourcesApi } from '../api/data-sources-api';
import { DataSourcesApiActions, DataSourcesPageActions } from './data-sources.actions';
import { dataSourcesFeature } from './data-sources.feature';

/** A read tells of itself many times a second; the page follows it at reading speed. */
const BURST = 500;

export const loadDataSources = createEffect(
  (actions = inject(Actions), api = inject(DataSourcesApi)) => {
    return actions.pipe(
      ofType(DataSourcesPageActions.opened, DataSourcesPageActions.retryClicked),
      switchMap(() =>
        api.find('person').pipe(
          mapResponse({
            next: (dataSources) => DataSourcesApiActions.loadSucceeded({ dataSources }),
            error: (error) => DataSourcesApiActions.loadFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const refetchDataSources = createEffect(
  (actions = inject(Actions), api = inject(DataSourcesApi), store = inject(Store)) => {
    return actions.pipe(
      ofType(
        ServerEventsActions.changed,
        ServerEventsActions.reconnected,
        DataSourcesApiActions.runStarted,
      ),
      filter((action) => !('change' in action) || action.change.topic === 'data-sources'),
      auditTime(BURST),
      concatLatestFrom(() => store.select(dataSourcesFeature.selectStatus)),
      filter(([, status]) => status === 'ready'),
      switchMap(() =>
        api.find('event').pipe(
          mapResponse({
            next: (dataSources) => DataSourcesApiActions.refetchSucceeded({ dataSources }),
            error: (error) => DataSourcesApiActions.refetchFailed({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);

export const runSource = createEffect(
  (actions = inject(Actions), api = inject(DataSourcesApi)) => {
    return actions.pipe(
      ofType(DataSourcesPageActions.runClicked),
      exhaustMap(({ sourceId }) =>
        api.run(sourceId).pipe(
          mapResponse({
            next: () => DataSourcesApiActions.runStarted(),
            error: (error) => DataSourcesApiActions.runRefused({ problem: toProblem(error) }),
          }),
        ),
      ),
    );
  },
  { functional: true },
);
