import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { TrendQuestion } from '../state/trend.actions';

export type ExportFormat = 'csv' | 'xlsx';

@Service()
export class MeasureExportApi {
  private readonly http = inject(HttpClient);

  fetch({ measure, query }: TrendQuestion, format: ExportFormat): Observable<Blob> {
    const options = { params: { format, ...query }, responseType: 'blob' } as const;
    return this.http.get(`/api/measures/${encodeURIComponent(measure)}/export`, options);
  }
}
