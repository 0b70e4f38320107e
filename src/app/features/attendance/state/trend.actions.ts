import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { SessionOutcomes } from '#domain/attendance/session-outcomes.contract';
import type {
  MeasureAnswer,
  MeasureCatalogue,
  MeasureQuery,
} from '#domain/measures/measures.contract';
import type { Problem } from '#domain/problem.contract';

/** Which measure, over which days, of which sessions. */
export interface TrendQuestion {
  measure: string;
  query: MeasureQuery;
}

export const TrendPageActions = createActionGroup({
  source: 'Trend Page',
  events: {
    'Trend Shown': props<{ question: TrendQuestion }>(),
    'Retry Clicked': props<{ question: TrendQuestion }>(),
    'Outcomes Retry Clicked': props<{ question: TrendQuestion }>(),
  },
});

export const MeasureApiActions = createActionGroup({
  source: 'Measure API',
  events: {
    'Load Succeeded': props<{ answer: MeasureAnswer }>(),
    'Load Failed': props<{ problem: Problem }>(),
    /** The same question again, because the server said that something changed. */
    'Refetch Succeeded': props<{ answer: MeasureAnswer }>(),
    'Refetch Failed': props<{ problem: Problem }>(),
  },
});

export const OutcomesApiActions = createActionGroup({
  source: 'Outcomes API',
  events: {
    'Load Succeeded': props<{ outcomes: SessionOutcomes }>(),
    'Load Failed': props<{ problem: Problem }>(),
    'Refetch Succeeded': props<{ outcomes: SessionOutcomes }>(),
    'Refetch Failed': props<{ problem: Problem }>(),
  },
});

export const CatalogueApiActions = createActionGroup({
  source: 'Measure Catalogue API',
  events: {
    'Load Succeeded': props<{ catalogue: MeasureCatalogue }>(),
    'Load Failed': emptyProps(),
  },
});
