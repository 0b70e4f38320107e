import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { Dose } from '#domain/attendance/dose.contract';
import type { MeasureQuery } from '#domain/measures/measures.contract';
import { type Cause, headersOf } from '../../../http/cause';

@Service()
export class DoseApi {
  private readonly http = inject(HttpClient);

  find(query: MeasureQuery, cause: Cause): Observable<Dose> {
    const options = { params: { ...query }, headers: headersOf(cause) };
    return this.http.get<Dose>('/api/attendance/dose', options);
  }
}
