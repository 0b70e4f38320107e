import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { IntakeList, IntakeQuery } from '#domain/intake/intake.contract';
import { type Cause, headersOf } from '../../../http/cause';

@Service()
export class IntakeApi {
  private readonly http = inject(HttpClient);

  find(query: IntakeQuery, cause: Cause): Observable<IntakeList> {
    const options = { params: { ...query }, headers: headersOf(cause) };
    return this.http.get<IntakeList>('/api/intake', options);
  }
}
