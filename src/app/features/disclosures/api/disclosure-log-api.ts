import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { DisclosureLog, DisclosureQuery } from '#domain/disclosures/disclosure.contract';

@Service()
export class DisclosureLogApi {
  private readonly http = inject(HttpClient);

  find(query: DisclosureQuery): Observable<DisclosureLog> {
    return this.http.get<DisclosureLog>('/api/disclosures', { params: { ...query } });
  }
}
