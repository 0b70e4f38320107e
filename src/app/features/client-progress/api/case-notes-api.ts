import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { CaseNotes, NewCaseNote } from '#domain/client-progress/case-note.contract';
import { type Cause, headersOf } from '../../../http/cause';

@Service()
export class CaseNotesApi {
  private readonly http = inject(HttpClient);

  find(clientId: string, cause: Cause): Observable<CaseNotes> {
    return this.http.get<CaseNotes>(pathOf(clientId), { headers: headersOf(cause) });
  }

  add(clientId: string, note: NewCaseNote): Observable<null> {
    return this.http.post<null>(pathOf(clientId), note);
  }

  withdraw(clientId: string, id: string): Observable<null> {
    return this.http.post<null>(`${pathOf(clientId)}/${encodeURIComponent(id)}/withdrawal`, null);
  }
}

const pathOf = (clientId: string): string =>
  `/api/clients/${encodeURIComponent(clientId)}/case-notes`;
