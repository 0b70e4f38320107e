import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { NewSiteClosure, SiteClosure, SiteClosures } from '#domain/settings/closure.contract';
import { type Cause, headersOf } from '../../../http/cause';

@Service()
export class ClosuresApi {
  private readonly http = inject(HttpClient);

  find(cause: Cause): Observable<SiteClosures> {
    return this.http.get<SiteClosures>('/api/settings/closures', { headers: headersOf(cause) });
  }

  set(closure: NewSiteClosure): Observable<SiteClosure> {
    return this.http.post<SiteClosure>('/api/settings/closures', closure);
  }

  withdraw(id: string): Observable<SiteClosure> {
    return this.http.post<SiteClosure>(
      `/api/settings/closures/${encodeURIComponent(id)}/withdrawal`,
      null,
    );
  }
}
