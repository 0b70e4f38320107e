import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { DataSources } from '#domain/data-sources/data-sources.contract';
import type { Problem } from '#domain/problem.contract';

export const DataSourcesPageActions = createActionGroup({
  source: 'Data Sources Page',
  events: {
    Opened: emptyProps(),
    'Retry Clicked': emptyProps(),
    'Run Clicked': props<{ sourceId: string }>(),
  },
});

export const DataSourcesApiActions = createActionGroup({
  source: 'Data Sources API',
  events: {
    'Load Succeeded': props<{ dataSources: DataSources }>(),
    'Load Failed': props<{ problem: Problem }>(),
    'Refetch Succeeded': props<{ dataSources: DataSources }>(),
    'Refetch Failed': props<{ problem: Problem }>(),
    'Run Started': emptyProps(),
    'Run Refused': props<{ problem: Problem }>(),
  },
});
