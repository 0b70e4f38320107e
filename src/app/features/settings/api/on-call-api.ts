import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { NewOnCallSpan, OnCall, OnCallSpan } from '#domain/settings/on-call.contract';
import { type Cause, headersOf } from '../../../http/cause';

@Service()
export class OnCallApi {
  private readonly http = inject(HttpClient);

  find(cause: Cause): Observable<OnCall> {
    return this.http.get<OnCall>('/api/settings/on-call', { headers: headersOf(cause) });
  }

  set(span: NewOnCallSpan): Observable<OnCallSpan> {
    return this.http.post<OnCallSpan>('/api/settings/on-call', span);
  }

  withdraw(id: string): Observable<OnCallSpan> {
    return this.http.post<OnCallSpan>(
      `/api/settings/on-call/${encodeURIComponent(id)}/withdrawal`,
      null,
    );
  }
}
