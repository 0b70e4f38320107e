import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import { type Cause, headersOf } from '../../../http/cause';

@Service()
export class ClientProgressApi {
  private readonly http = inject(HttpClient);

  find(clientId: string, asOf: string | undefined, cause: Cause): Observable<ClientProgress> {
    const params: Record<string, string> = asOf ? { asOf } : {};
    const options = { params, headers: headersOf(cause) };
    return this.http.get<ClientProgress>(`/api/clients/${encodeURIComponent(clientId)}`, options);
  }
}
