import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type {
  AskedHappenings,
  ClientHappenings,
} from '#domain/client-progress/happenings.contract';
import { type Cause, headersOf } from '../../../http/cause';

@Service()
export class HappeningsApi {
  private readonly http = inject(HttpClient);

  find(clientId: string, asked: AskedHappenings, cause: Cause): Observable<ClientHappenings> {
    const path = `/api/clients/${encodeURIComponent(clientId)}/happenings`;
    return this.http.get<ClientHappenings>(path, { params: asked, headers: headersOf(cause) });
  }
}
