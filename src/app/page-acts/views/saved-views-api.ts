import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type {
  ChangedView,
  NewSavedView,
  SavedView,
  SavedViews,
} from '#domain/settings/saved-view.contract';

@Service()
export class SavedViewsApi {
  private readonly http = inject(HttpClient);

  find(): Observable<SavedViews> {
    return this.http.get<SavedViews>('/api/saved-views');
  }

  save(view: NewSavedView): Observable<SavedView> {
    return this.http.post<SavedView>('/api/saved-views', view);
  }

  change(id: string, changed: ChangedView): Observable<SavedView> {
    return this.http.put<SavedView>(`/api/saved-views/${encodeURIComponent(id)}`, changed);
  }

  remove(id: string): Observable<unknown> {
    return this.http.delete(`/api/saved-views/${encodeURIComponent(id)}`);
  }
}
