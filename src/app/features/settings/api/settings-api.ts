import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type {
  NewSettingValue,
  SettingEntry,
  SettingPreview,
  Settings,
  SupposedValue,
} from '#domain/settings/settings.contract';
import { type Cause, headersOf } from '../../../http/cause';

@Service()
export class SettingsApi {
  private readonly http = inject(HttpClient);

  find(cause: Cause): Observable<Settings> {
    return this.http.get<Settings>('/api/settings', { headers: headersOf(cause) });
  }

  preview(supposed: SupposedValue): Observable<SettingPreview> {
    return this.http.post<SettingPreview>('/api/settings/preview', supposed);
  }

  set(value: NewSettingValue): Observable<SettingEntry> {
    return this.http.post<SettingEntry>('/api/settings/values', value);
  }

  /** `id` is made by whoever withdraws: sent twice, it withdraws once. */
  withdraw(valueId: string, id: string): Observable<SettingEntry> {
    return this.http.post<SettingEntry>(
      `/api/settings/values/${encodeURIComponent(valueId)}/withdrawal`,
      { id },
    );
  }
}
