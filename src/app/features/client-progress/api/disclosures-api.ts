import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { ClientDisclosures, NewDisclosure } from '#domain/disclosures/disclosure.contract';
import { type Cause, headersOf } from '../../../http/cause';

@Service()
export class DisclosuresApi {
  private readonly http = inject(HttpClient);

  find(clientId: string, cause: Cause): Observable<ClientDisclosures> {
    return this.http.get<ClientDisclosures>(pathOf(clientId), { headers: headersOf(cause) });
  }

  write(clientId: string, disclosure: NewDisclosure): Observable<null> {
    return this.http.post<null>(pathOf(clientId), disclosure);
  }
}

const pathOf = (clientId: string): string =>
  `/api/clients/${encodeURIComponent(clientId)}/disclosures`;
