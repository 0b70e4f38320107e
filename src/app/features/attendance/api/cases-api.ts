import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { MeasureCases, MeasureCasesQuery } from '#domain/measures/measure-cases.contract';
import { type Cause, headersOf } from '../../../http/cause';

@Service()
export class CasesApi {
  private readonly http = inject(HttpClient);

  find(measure: string, query: MeasureCasesQuery, cause: Cause): Observable<MeasureCases> {
    const options = { params: { ...query }, headers: headersOf(cause) };
    const url = `/api/measures/${encodeURIComponent(measure)}/cases`;
    return this.http.get<MeasureCases>(url, options);
  }
}
