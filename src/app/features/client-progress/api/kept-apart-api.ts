import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type {
  ClientKeptApart,
  NewKeptApart,
  StandingPair,
} from '#domain/attendance/kept-apart.contract';
import { type Cause, headersOf } from '../../../http/cause';

@Service()
export class KeptApartApi {
  private readonly http = inject(HttpClient);

  find(clientId: string, cause: Cause): Observable<ClientKeptApart> {
    const path = `/api/attendance/clients/${encodeURIComponent(clientId)}/kept-apart`;
    return this.http.get<ClientKeptApart>(path, { headers: headersOf(cause) });
  }

  keep(pair: NewKeptApart): Observable<StandingPair> {
    return this.http.post<StandingPair>('/api/attendance/kept-apart', pair);
  }

  withdraw(id: string): Observable<null> {
    const path = `/api/attendance/kept-apart/${encodeURIComponent(id)}/withdrawal`;
    return this.http.post<null>(path, null);
  }
}
