import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { NewScoreReview } from '#domain/client-progress/score-review.contract';

@Service()
export class ScoreReviewApi {
  private readonly http = inject(HttpClient);

  review(clientId: string, review: NewScoreReview): Observable<null> {
    return this.http.post<null>(pathOf(clientId), review);
  }

  withdraw(clientId: string, id: string): Observable<null> {
    return this.http.post<null>(`${pathOf(clientId)}/${encodeURIComponent(id)}/withdrawal`, null);
  }
}

const pathOf = (clientId: string): string =>
  `/api/clients/${encodeURIComponent(clientId)}/score-reviews`;
