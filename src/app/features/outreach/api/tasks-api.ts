import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { NewTaskEntry, TaskQuery, Tasks } from '#domain/outreach/task.contract';
import { type Cause, headersOf } from '../../../http/cause';

@Service()
export class TasksApi {
  private readonly http = inject(HttpClient);

  find(query: TaskQuery, cause: Cause): Observable<Tasks> {
    const options = { params: { ...query }, headers: headersOf(cause) };
    return this.http.get<Tasks>('/api/tasks', options);
  }

  add(entry: NewTaskEntry): Observable<null> {
    return this.http.post<null>('/api/tasks/entries', entry);
  }
}
