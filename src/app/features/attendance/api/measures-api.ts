import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { SessionOutcomes } from '#domain/attendance/session-outcomes.contract';
import type {
  MeasureAnswer,
  MeasureCatalogue,
  MeasureQuery,
} from '#domain/measures/measures.contract';
import { type Cause, headersOf } from '../../../http/cause';

@Service()
export class MeasuresApi {
  private readonly http = inject(HttpClient);

  findCatalogue(): Observable<MeasureCatalogue> {
    return this.http.get<MeasureCatalogue>('/api/measures');
  }

  find(measure: string, query: MeasureQuery, cause: Cause): Observable<MeasureAnswer> {
    const options = { params: { ...query }, headers: headersOf(cause) };
    return this.http.get<MeasureAnswer>(`/api/measures/${encodeURIComponent(measure)}`, options);
  }

  findOutcomes(measure: string, query: MeasureQuery, cause: Cause): Observable<SessionOutcomes> {
    const options = { params: { measure, ...query }, headers: headersOf(cause) };
    return this.http.get<SessionOutcomes>('/api/attendance/outcomes', options);
  }
}
