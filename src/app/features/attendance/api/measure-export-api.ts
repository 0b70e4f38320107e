import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { MeasureQuery } from '#domain/measures/measures.contract';

export type ExportFormat = 'csv' | 'xlsx';

@Service()
export class MeasureExportApi {
  private readonly http = inject(HttpClient);

  fetch(measure: string, query: MeasureQuery, format: ExportFormat): Observable<Blob> {
    const options = { params: { format, ...query }, responseType: 'blob' } as const;
    return this.http.get(`/api/measures/${encodeURIComponent(measure)}/export`, options);
  }
}
