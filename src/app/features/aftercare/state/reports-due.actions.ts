import { createActionGroup, props } from '@ngrx/store';
import type {
  CourtReportsDue,
  CourtReportsQuery,
} from '#domain/disclosures/court-reports-due.contract';
import type { Problem } from '#domain/problem.contract';

export const ReportsDuePageActions = createActionGroup({
  source: 'Reports Due Page',
  events: {
    Shown: props<{ query: CourtReportsQuery }>(),
    'Retry Clicked': props<{ query: CourtReportsQuery }>(),
  },
});

export const ReportsDueApiActions = createActionGroup({
  source: 'Reports Due API',
  events: {
    'Load Succeeded': props<{ found: CourtReportsDue }>(),
    'Load Failed': props<{ problem: Problem }>(),
    'Refetch Succeeded': props<{ found: CourtReportsDue }>(),
    'Refetch Failed': props<{ problem: Problem }>(),
  },
});
