import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type {
  GroupQuery,
  GroupRoster,
  NewCapacity,
  TherapyGroups,
} from '#domain/attendance/therapy-group.contract';
import { type Cause, headersOf } from '../../../http/cause';

@Service()
export class GroupsApi {
  private readonly http = inject(HttpClient);

  find(query: GroupQuery, cause: Cause): Observable<TherapyGroups> {
    const options = { params: { ...query }, headers: headersOf(cause) };
    return this.http.get<TherapyGroups>('/api/attendance/groups', options);
  }

  findRoster(groupId: string, asOf: string | undefined, cause: Cause): Observable<GroupRoster> {
    const params: Record<string, string> = asOf ? { asOf } : {};
    const options = { params, headers: headersOf(cause) };
    return this.http.get<GroupRoster>(addressOf(groupId), options);
  }

  setCapacity(groupId: string, capacity: NewCapacity): Observable<unknown> {
    return this.http.put(`${addressOf(groupId)}/capacity`, capacity);
  }
}

const addressOf = (groupId: string): string =>
  `/api/attendance/groups/${encodeURIComponent(groupId)}`;
