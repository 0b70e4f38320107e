import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { AftercarePlan } from '#domain/aftercare/plan-content.contract';
import type { NewClientEntry } from '#domain/client-progress/client-entry.contract';
import { type Cause, headersOf } from '../http/cause';

export type NewPlanContent = NewClientEntry<'plan-content'>;

/** Of which client, and when; without a moment as it stands now. */
export interface PlanQuestion {
  clientId: string;
  asOf?: string | undefined;
}

@Service()
export class AftercarePlanApi {
  private readonly http = inject(HttpClient);

  find({ clientId, asOf }: PlanQuestion, cause: Cause): Observable<AftercarePlan> {
    const options = { params: { ...(asOf && { asOf }) }, headers: headersOf(cause) };
    return this.http.get<AftercarePlan>(`${pathOf(clientId)}/aftercare-plan`, options);
  }

  write(clientId: string, content: NewPlanContent): Observable<null> {
    return this.http.post<null>(`${pathOf(clientId)}/entries`, content);
  }

  withdraw(clientId: string, entryId: string): Observable<null> {
    const path = `${pathOf(clientId)}/entries/${encodeURIComponent(entryId)}/withdrawal`;
    return this.http.post<null>(path, null);
  }
}

const pathOf = (clientId: string): string => `/api/clients/${encodeURIComponent(clientId)}`;
