import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { CaseloadBrief, CaseloadBriefQuery } from '#domain/caseload/brief.contract';
import type {
  Caseload,
  CaseloadOverview,
  CaseloadOverviewQuery,
  CaseloadQuery,
} from '#domain/caseload/caseload.contract';
import type { RiskFacts } from '#domain/caseload/risk-facts.contract';
import { type Cause, headersOf } from '../../../http/cause';

@Service()
export class CaseloadApi {
  private readonly http = inject(HttpClient);

  find(query: CaseloadQuery, cause: Cause): Observable<Caseload> {
    const options = { params: { ...query }, headers: headersOf(cause) };
    return this.http.get<Caseload>('/api/caseload', options);
  }

  findOverview(query: CaseloadOverviewQuery, cause: Cause): Observable<CaseloadOverview> {
    const options = { params: { ...query }, headers: headersOf(cause) };
    return this.http.get<CaseloadOverview>('/api/caseload/overview', options);
  }

  findBrief(query: CaseloadBriefQuery, cause: Cause): Observable<CaseloadBrief> {
    const options = { params: { ...query }, headers: headersOf(cause) };
    return this.http.get<CaseloadBrief>('/api/caseload/brief', options);
  }

  findRiskFacts(clientId: string, asOf: string | undefined): Observable<RiskFacts> {
    const params: Record<string, string> = asOf ? { asOf } : {};
    return this.http.get<RiskFacts>(`/api/caseload/clients/${clientId}/risk-facts`, { params });
  }
}
