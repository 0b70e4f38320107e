import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type {
  ClientOutreach,
  NewContact,
  WithdrawnContact,
} from '#domain/outreach/contact.contract';
import type { NewContactRules } from '#domain/outreach/contact-rules.contract';
import { type Cause, headersOf } from '../../http/cause';

@Service()
export class ContactApi {
  private readonly http = inject(HttpClient);

  find(clientId: string, cause: Cause): Observable<ClientOutreach> {
    const options = { headers: headersOf(cause) };
    return this.http.get<ClientOutreach>(
      `/api/outreach/clients/${encodeURIComponent(clientId)}`,
      options,
    );
  }

  log(contact: NewContact): Observable<null> {
    return this.http.post<null>('/api/outreach/contacts', contact);
  }

  setRules(rules: NewContactRules): Observable<null> {
    return this.http.post<null>('/api/outreach/contact-rules', rules);
  }

  withdraw(contact: WithdrawnContact): Observable<null> {
    return this.http.post<null>('/api/outreach/contacts/withdrawn', contact);
  }
}
