import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { Coverages, NewTaskEntry } from '#domain/outreach/task.contract';

@Service()
export class TasksForEachApi {
  private readonly http = inject(HttpClient);

  /** Whom a task can be given to. */
  findColleagues(): Observable<Coverages> {
    return this.http.get<Coverages>('/api/coverage');
  }

  add(entry: NewTaskEntry): Observable<null> {
    return this.http.post<null>('/api/tasks/entries', entry);
  }
}
