import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { ClientSearch, FoundClients } from '#domain/client-search/client-search.contract';

@Service()
export class ClientSearchApi {
  private readonly http = inject(HttpClient);

  find(search: ClientSearch): Observable<FoundClients> {
    return this.http.post<FoundClients>('/api/clients/search', search);
  }
}
