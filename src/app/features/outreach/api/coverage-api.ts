import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { Coverages, NewCoverage } from '#domain/outreach/task.contract';

@Service()
export class CoverageApi {
  private readonly http = inject(HttpClient);

  find(): Observable<Coverages> {
    return this.http.get<Coverages>('/api/coverage');
  }

  add(coverage: NewCoverage): Observable<null> {
    return this.http.post<null>('/api/coverage', coverage);
  }

  withdraw(id: string): Observable<null> {
    return this.http.delete<null>(`/api/coverage/${id}`);
  }
}
