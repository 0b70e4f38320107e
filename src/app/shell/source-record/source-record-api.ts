import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { SourceRecord } from '#domain/client-progress/client-progress.contract';

@Service()
export class SourceRecordApi {
  private readonly http = inject(HttpClient);

  find(recordId: string): Observable<SourceRecord> {
    return this.http.get<SourceRecord>(`/api/source-records/${encodeURIComponent(recordId)}`);
  }
}
