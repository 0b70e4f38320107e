import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { NewProcessChange, ProcessChange } from '#domain/measures/process-change.contract';

@Service()
export class ProcessChangesApi {
  private readonly http = inject(HttpClient);

  mark(change: NewProcessChange): Observable<ProcessChange> {
    return this.http.post<ProcessChange>('/api/process-changes', change);
  }

  withdraw(id: string): Observable<unknown> {
    return this.http.delete(`/api/process-changes/${encodeURIComponent(id)}`);
  }
}
