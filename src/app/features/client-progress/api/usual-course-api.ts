import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { ProgramUsualCourse } from '#domain/client-progress/usual-course.contract';

@Service()
export class UsualCourseApi {
  private readonly http = inject(HttpClient);

  find(clientId: string, asOf: string): Observable<ProgramUsualCourse> {
    const path = `/api/clients/${encodeURIComponent(clientId)}/usual-course`;
    return this.http.get<ProgramUsualCourse>(path, { params: { asOf } });
  }
}
