import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { DataSources } from '#domain/data-sources/data-sources.contract';
import { type Cause, headersOf } from '../../../http/cause';

@Service()
export class DataSourcesApi {
  private readonly http = inject(HttpClient);

  find(cause: Cause): Observable<DataSources> {
    return this.http.get<DataSources>('/api/data-sources', { headers: headersOf(cause) });
  }

  run(sourceId: string): Observable<void> {
    return this.http.post<void>(`/api/data-sources/${encodeURIComponent(sourceId)}/sync`, null);
  }
}
