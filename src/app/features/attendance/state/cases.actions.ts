import { createActionGroup, props } from '@ngrx/store';
import type {
  MeasureCases,
  MeasureCase,
  MeasureCasesQuery,
} from '#domain/measures/measure-cases.contract';
import type { MeasureAnswer } from '#domain/measures/measures.contract';
import type { Problem } from '#domain/problem.contract';

/** Which sessions are listed: those of the days and the scope that the address names. */
export type ListedSessions = Pick<
  MeasureCasesQuery,
  | 'asOf'
  | 'site'
  | 'program'
  | 'counselor'
  | 'reason'
  | 'destination'
  | 'fromStop'
  | 'toStop'
  | 'kind'
  | 'track'
  | 'level'
  | 'weekday'
  | 'hour'
  | 'after'
> & { from?: string; to?: string };

/** Rows of which figure, and which of them. */
export interface CasesQuestion {
  measure: string;
  sessions: ListedSessions;
  counts: MeasureCase['counts'] | undefined;
  status: string | undefined;
}

/** The rows beside the figure that they are behind. */
export interface ShownCases {
  cases: MeasureCases;
  answer: MeasureAnswer;
}

export const CasesPageActions = createActionGroup({
  source: 'Cases Page',
  events: {
    'Cases Shown': props<{ question: CasesQuestion }>(),
    'Retry Clicked': props<{ question: CasesQuestion }>(),
  },
});

export const CasesApiActions = createActionGroup({
  source: 'Cases API',
  events: {
    'Load Succeeded': props<{ shown: ShownCases }>(),
    'Load Failed': props<{ problem: Problem }>(),
    'Refetch Succeeded': props<{ shown: ShownCases }>(),
    'Refetch Failed': props<{ problem: Problem }>(),
  },
});
