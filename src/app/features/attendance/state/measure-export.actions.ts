import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { Problem } from '#domain/problem.contract';
import type { ExportFormat } from '../api/measure-export-api';
import type { TrendQuestion } from './trend.actions';

export const MeasureExportActions = createActionGroup({
  source: 'Measure Export',
  events: {
    'Export Chosen': props<{ question: TrendQuestion; format: ExportFormat }>(),
    'Export Succeeded': props<{ name: string }>(),
    'Export Failed': props<{ problem: Problem }>(),
    'Notice Closed': emptyProps(),
  },
});
