import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { SessionChoices } from '#domain/attendance/session-choices.contract';

@Service()
export class SessionChoicesApi {
  private readonly http = inject(HttpClient);

  find(): Observable<SessionChoices> {
    return this.http.get<SessionChoices>('/api/attendance/choices');
  }
}
