import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { Aftercare, AftercareQuery } from '#domain/aftercare/aftercare.contract';
import type { FollowUpList, FollowUpQuery } from '#domain/aftercare/follow-up.contract';
import type { NewClientEntry } from '#domain/client-progress/client-entry.contract';
import type {
  CourtReportsDue,
  CourtReportsQuery,
} from '#domain/disclosures/court-reports-due.contract';
import type { NewContact, WithdrawnContact } from '#domain/outreach/contact.contract';
import { type Cause, headersOf } from '../../../http/cause';

export type NewMilestone = NewClientEntry<'aftercare-milestone'>;

@Service()
export class AftercareApi {
  private readonly http = inject(HttpClient);

  find(query: AftercareQuery, cause: Cause): Observable<Aftercare> {
    const options = { params: { ...query }, headers: headersOf(cause) };
    return this.http.get<Aftercare>('/api/aftercare', options);
  }

  findFollowUps(query: FollowUpQuery, cause: Cause): Observable<FollowUpList> {
    const options = { params: { ...query }, headers: headersOf(cause) };
    return this.http.get<FollowUpList>('/api/aftercare/follow-ups', options);
  }

  findReportsDue(query: CourtReportsQuery, cause: Cause): Observable<CourtReportsDue> {
    const options = { params: { ...query }, headers: headersOf(cause) };
    return this.http.get<CourtReportsDue>('/api/court-reports', options);
  }

  /** A try is a contact of the log, like any other. */
  log(contact: NewContact): Observable<null> {
    return this.http.post<null>('/api/outreach/contacts', contact);
  }

  withdrawContact(contact: WithdrawnContact): Observable<null> {
    return this.http.post<null>('/api/outreach/contacts/withdrawn', contact);
  }

  write(clientId: string, milestone: NewMilestone): Observable<null> {
    return this.http.post<null>(entriesOf(clientId), milestone);
  }

  withdraw(clientId: string, entryId: string): Observable<null> {
    const path = `${entriesOf(clientId)}/${encodeURIComponent(entryId)}/withdrawal`;
    return this.http.post<null>(path, null);
  }
}

const entriesOf = (clientId: string): string =>
  `/api/clients/${encodeURIComponent(clientId)}/entries`;
