import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { Health } from '#domain/data-sources/data-sources.contract';

@Service()
export class HealthApi {
  private readonly http = inject(HttpClient);

  find(): Observable<Health> {
    return this.http.get<Health>('/api/health');
  }
}
