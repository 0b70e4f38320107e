import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type {
  CrisisParticulars,
  NewSafetyEntry,
  SafetyTasks,
} from '#domain/outreach/safety.contract';
import { type Cause, headersOf } from '../../http/cause';

@Service()
export class SafetyApi {
  private readonly http = inject(HttpClient);

  find(cause: Cause): Observable<SafetyTasks> {
    return this.http.get<SafetyTasks>('/api/safety-tasks', { headers: headersOf(cause) });
  }

  add(entry: NewSafetyEntry): Observable<null> {
    return this.http.post<null>('/api/safety-tasks/entries', entry);
  }

  crisisParticulars(clientId: string): Observable<CrisisParticulars> {
    return this.http.get<CrisisParticulars>(`/api/safety-tasks/clients/${clientId}`);
  }
}
