import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { Transitions, TransitionsQuery } from '#domain/aftercare/transitions.contract';
import { type Cause, headersOf } from '../../../http/cause';

@Service()
export class TransitionsApi {
  private readonly http = inject(HttpClient);

  find(query: TransitionsQuery, cause: Cause): Observable<Transitions> {
    const options = { params: { ...query }, headers: headersOf(cause) };
    return this.http.get<Transitions>('/api/aftercare/transitions', options);
  }
}
