import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type {
  SessionList,
  SessionListQuery,
  SessionRoster,
} from '#domain/attendance/session-list.contract';
import { type Cause, headersOf } from '../../../http/cause';

@Service()
export class SessionsApi {
  private readonly http = inject(HttpClient);

  find(query: SessionListQuery, cause: Cause): Observable<SessionList> {
    const options = { params: { ...query }, headers: headersOf(cause) };
    return this.http.get<SessionList>('/api/attendance/sessions', options);
  }

  findRoster(sessionId: string, asOf: string | undefined, cause: Cause): Observable<SessionRoster> {
    const params: Record<string, string> = asOf ? { asOf } : {};
    const options = { params, headers: headersOf(cause) };
    const url = `/api/attendance/sessions/${encodeURIComponent(sessionId)}`;
    return this.http.get<SessionRoster>(url, options);
  }
}
