import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { Problem } from '#domain/problem.contract';
import type { ExportedFile, ExportFormat } from './file-export-api';

export type { ExportedFile, ExportFormat };

export const FileExportActions = createActionGroup({
  source: 'File Export',
  events: {
    'Export Chosen': props<{ file: ExportedFile; format: ExportFormat }>(),
    'Export Succeeded': props<{ name: string }>(),
    'Export Failed': props<{ problem: Problem }>(),
    'Notice Closed': emptyProps(),
    /** Another page, or another choice on it. */
    'Shown Otherwise': emptyProps(),
  },
});
