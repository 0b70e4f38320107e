import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { Rosters } from '#domain/attendance/roster.contract';
import { type Cause, headersOf } from '../../../http/cause';

@Service()
export class RostersApi {
  private readonly http = inject(HttpClient);

  find(asOf: string | undefined, cause: Cause): Observable<Rosters> {
    const params: Record<string, string> = asOf ? { asOf } : {};
    const options = { params, headers: headersOf(cause) };
    return this.http.get<Rosters>('/api/rosters', options);
  }
}
